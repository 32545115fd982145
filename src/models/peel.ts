import affixes from './data/affixes.json' with { type: 'json' };
import type { Conditions } from './types.js';

/** One affix taken off an id: what is left, what the affix says, and the step in words. */
export interface Peeled {
  readonly rest: string;
  readonly says: Conditions;
  readonly step: string;
}

/**
 * Takes one affix off an id: a path (`projects/…/locations/us-east5/`), a seller (`groq/`), a region (`us.`, `eu-central-1/`), a
 * vendor (`meta-llama/`), or a variant (`:batch`).
 *
 * An id has the form `[path][seller/][region/][region.]vendor[./]model[:variant]`. Nothing is guessed: dates and versions stay,
 * because another date may have another price; those that are known are aliases of their model.
 *
 * @param id - An id in lower case.
 * @param provider - The seller that was taken off already.
 *
 * @returns What is left, or `undefined` when there is nothing to take off.
 */
export function peel(id: string, provider?: string): Peeled | undefined {
  for (const take of TAKES) {
    const peeled = take(id, provider);
    if (peeled && peeled.rest !== '') return peeled;
  }
  return undefined;
}

const TAKES: readonly ((id: string, provider?: string) => Peeled | undefined)[] = [
  seller,
  region,
  vendor,
  dotted,
  fineTuned,
  word,
  stranger,
];

function seller(id: string): Peeled | undefined {
  for (const [provider, names] of Object.entries(affixes.sellers)) {
    const name = names.find((each) => id.startsWith(`${each}/`));
    if (name)
      return {
        rest: id.slice(name.length + 1),
        says: { provider },
        step: `strip ${name}/, sold by ${provider}`,
      };
  }
  return undefined;
}

function region(id: string): Peeled | undefined {
  const before = affixes.regions.find((name) => id.startsWith(`${name}.`) || id.startsWith(`${name}/`));
  if (before)
    return {
      rest: id.slice(before.length + 1),
      says: { region: before },
      step: `strip region ${id.slice(0, before.length + 1)}`,
    };
  const after = affixes.regions.find((name) => id.endsWith(`@${name}`));
  if (!after) return undefined;
  return { rest: id.slice(0, -after.length - 1), says: { region: after }, step: `strip region @${after}` };
}

function vendor(id: string): Peeled | undefined {
  for (const names of Object.values(affixes.vendors)) {
    const name = names.find((each) => id.startsWith(`${each}/`));
    if (name) return { rest: id.slice(name.length + 1), says: {}, step: `strip vendor ${name}/` };
  }
  return undefined;
}

// Bedrock writes the vendor with a dot: `openai.gpt-6-sol`.
function dotted(id: string): Peeled | undefined {
  for (const [provider, names] of Object.entries(affixes.dotted)) {
    const name = names.find((each) => id.startsWith(`${each}.`));
    if (name)
      return {
        rest: id.slice(name.length + 1),
        says: { provider },
        step: `strip ${name}., sold by ${provider}`,
      };
  }
  return undefined;
}

// Whose tuning it is, `ft:gpt-4o-2024-08-06:acme::AbC123`, does not change the price; that it is one does.
function fineTuned(id: string): Peeled | undefined {
  const name = /^ft:([^:]+)/.exec(id)?.[1];
  return name ? { rest: name, says: { variant: 'fine-tuned' }, step: 'ft: is fine-tuned' } : undefined;
}

const words: readonly { readonly pattern: RegExp; readonly says: Conditions }[] =
  /* @__PURE__ */ affixes.words.map(({ pattern, says }) => ({
    pattern: new RegExp(pattern),
    says: (says ?? {}) as Conditions,
  }));

// At the beginning or the end; a group of the pattern is a condition by its name: `-(?<variant>fp8|awq)$`.
function word(id: string): Peeled | undefined {
  for (const { pattern, says } of words) {
    const match = pattern.exec(id);
    if (match)
      return {
        rest: id.replace(pattern, ''),
        says: { ...says, ...match.groups },
        step: `strip ${match[0]}`,
      };
  }
  return undefined;
}

// Between a cloud and a model stands a region: azure/eastus/…. Elsewhere it is a seller, and one this library has no prices of is
// named all the same: its price is then unknown, not somebody else's.
function stranger(id: string, provider?: string): Peeled | undefined {
  const name = /^([a-z0-9][a-z0-9_-]*)\//.exec(id)?.[1];
  if (!name) return undefined;
  const rest = id.slice(name.length + 1);
  return provider !== undefined && affixes.clouds.includes(provider)
    ? { rest, says: { region: name }, step: `strip region ${name}/` }
    : { rest, says: { provider: name }, step: `strip ${name}/, sold by ${name}` };
}
