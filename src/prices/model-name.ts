import { shown } from '../errors/index.js';
import { editDistance, knownModel, listModels, modelRecord } from '../models/index.js';

const NAME = /^[a-z0-9@][\w.:@/+-]{0,199}$/;

/**
 * What is wrong with the model of an offer.
 *
 * It is the id of a model known here, or a new name: one that means no other model, and looks like no slip of the pen. New versions
 * differ in their digits from what there was.
 *
 * @param model - As the offer has it.
 *
 * @returns A phrase with the way out, or nothing.
 */
export function badModelName(model: string): string | undefined {
  if (modelRecord(model)) return undefined;
  if (!NAME.test(model) || /[A-Z]/.test(model) || model in {})
    return `${shown(model)} is no name of a model: write small letters, digits and . _ : @ / + -`;
  const known = knownModel(model);
  if (known?.known) return `${model} means ${known.model} here: write that, and rules for what else it says`;
  const near = slipOf(model);
  return near && `${model} is not the id of a model known here: is it ${near}?`;
}

// In a shorter name one letter makes another model: glm-4.5-x, glm-4.5v.
const LONG = 10;

function slipOf(model: string): string | undefined {
  if (model.length < LONG) return undefined;
  return idsWith(digitsOf(model)).find((id) => editDistance(model, id) === 1);
}

let byDigits: Map<string, string[]> | undefined;

// Few ids have the same digits, and thousands of names may have to be looked at.
function idsWith(digits: string): readonly string[] {
  if (!byDigits) {
    byDigits = new Map();
    for (const { model } of listModels()) {
      const key = digitsOf(model);
      byDigits.set(key, [...(byDigits.get(key) ?? []), model]);
    }
  }
  return byDigits.get(digits) ?? [];
}

function digitsOf(id: string): string {
  return id.replace(/\D+/g, ' ').trim();
}
