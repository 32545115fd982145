import { acrossWindows } from './across-windows.js';
import { cjk } from './cjk.js';
import { code } from './code.js';
import { contractions } from './contractions.js';
import { digits } from './digits.js';
import { emoji } from './emoji.js';
import { encoded } from './encoded.js';
import type { Kind } from './ingredients.js';
import { joinedTokens } from './joined-tokens.js';
import { loneSurrogates } from './lone-surrogates.js';
import { longRuns } from './long-runs.js';
import { lookAlikes } from './look-alikes.js';
import { marks } from './marks.js';
import { mixedScripts } from './mixed-scripts.js';
import { randomUnicode } from './random-unicode.js';
import { whiteSpace } from './white-space.js';

/** The kinds of short strings, by name. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'random Unicode': randomUnicode,
  'white space': whiteSpace,
  code,
  digits,
  emoji,
  CJK: cjk,
  'combining marks': marks,
  'control-token look-alikes': lookAlikes,
  'lone surrogates': loneSurrogates,
  'mixed scripts': mixedScripts,
  contractions,
  'long runs': longRuns,
  'base64 and hex': encoded,
  'joined tokens': joinedTokens,
};

/** The kind of long ones. */
export const ACROSS_WINDOWS: Kind = acrossWindows(Object.values(KINDS));
