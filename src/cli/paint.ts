import type { Io } from './io.js';

type Brush = (text: string) => string;

/** Colours, or their absence: with colour off every brush returns its text as it is. */
export interface Paint {
  readonly on: boolean;
  readonly bold: Brush;
  readonly dim: Brush;
  readonly good: Brush;
  readonly bad: Brush;
  /** Backgrounds that tell neighbours apart. */
  readonly stripes: readonly Brush[];
}

/**
 * The colours that fit where stdout goes.
 *
 * `FORCE_COLOR` decides if it is set (`0` or `false` is off), then `NO_COLOR`; otherwise a terminal that is not dumb has colours.
 *
 * @param io - The outside world.
 *
 * @returns Brushes.
 */
export function paintFor({ env, stdout }: Pick<Io, 'env' | 'stdout'>): Paint {
  const on = wantsColour(env, stdout.isTTY === true);
  const brush = (open: string, close: string): Brush =>
    on ? (text) => (text === '' ? '' : `\x1b[${open}m${text}\x1b[${close}m`) : (text) => text;
  return {
    on,
    bold: brush('1', '22'),
    dim: brush('2', '22'),
    good: brush('32', '39'),
    bad: brush('33', '39'),
    // Dark ink on light grounds of the 256-colour cube: readable on black and on white terminals.
    stripes: ['153', '223', '157', '225'].map((ground) => brush(`38;5;16;48;5;${ground}`, '39;49')),
  };
}

function wantsColour(env: Io['env'], isTerminal: boolean): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}
