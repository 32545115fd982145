import type { Message, Part } from '../request/index.js';
import { isResult, linksOf } from './tool-links.js';

/** The calls of a conversation, read in order, and where they stand. */
export interface OpenCalls {
  /**
   * Reads the next message.
   *
   * @param place - Where it stands.
   * @param message - In normal form.
   * @param source - As the caller has it.
   *
   * @returns The place of the first call that a result in it answers; its own where there is none.
   */
  read(place: number, message: readonly Message[], source: unknown): number;
}

/** A result answers the last open call of its id, or of its name where no call has its id; one with neither, the last open call. */
export function createOpenCalls(): OpenCalls {
  const open = new Map<string, number[]>();

  function add(place: number, key: string): void {
    const places = open.get(key);
    if (places) places.push(place);
    else open.set(key, [place]);
  }

  // The last one stays, as a result may come in pieces.
  function take(key: string): number | undefined {
    const places = open.get(key) ?? [];
    return places.length > 1 ? places.pop() : places[0];
  }

  function answered(part: Part, role: string): number | undefined {
    if (part.kind !== 'toolResult') return undefined;
    if (!isResult(part)) return role === 'user' ? undefined : take('any');
    const { id, name } = part;
    const byId = id === undefined ? undefined : take(`id ${id}`);
    return byId ?? (name === undefined ? undefined : take(`name ${name}`));
  }

  function linked(place: number, link: string): number {
    const first = open.get(link)?.[0];
    if (first === undefined) add(place, link);
    return first ?? place;
  }

  return {
    read(place, message, source) {
      let earliest = place;
      for (const { role, parts } of message) {
        for (const part of parts) {
          if (part.kind === 'toolCall') {
            if (part.id !== undefined) add(place, `id ${part.id}`);
            add(place, `name ${part.name}`);
            add(place, 'any');
          }
          earliest = Math.min(earliest, answered(part, role) ?? place);
        }
        if (!parts.some(({ kind }) => kind === 'unknown')) continue;
        for (const link of linksOf(source)) earliest = Math.min(earliest, linked(place, link));
      }
      return earliest;
    },
  };
}
