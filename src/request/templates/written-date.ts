import { PromptCostError } from '../../errors/index.js';
import type { TemplateFile } from './template-file.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day of UTC as a template writes it.
 *
 * @param form - `%d %b %Y` for `26 Jul 2024`, `%Y-%m-%d` for `2024-07-26`.
 */
export function writtenDate(date: Date, form: NonNullable<TemplateFile['date']>): string {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    throw new PromptCostError(
      'invalid-instant',
      'A chat template that writes the date needs a valid Date in date.',
    );
  }
  const day = date.toISOString().slice(0, 10);
  if (form === '%Y-%m-%d') return day;
  return `${day.slice(8)} ${MONTHS[date.getUTCMonth()]} ${day.slice(0, 4)}`;
}
