export { affordableOutputTokens } from './affordable-output-tokens.js';
export { calibrate, NO_CALIBRATION } from './calibrate.js';
export { type Cheapest, cheapest } from './cheapest.js';
export { type Cliff, cliffs } from './cliffs.js';
export type { ConversationShape, TurnTokens } from './conversation-turns.js';
export type { Lifetime } from './lifetimes.js';
export { type LighterText, lighterTexts } from './lighter-texts.js';
export {
  type ConversationPlan,
  type ConversationRequest,
  type PlannedTurn,
  planConversation,
} from './plan-conversation.js';
export { type Saving, savings } from './savings.js';
export { type SharedPrefix, sharedPrefix } from './shared-prefix.js';
export { type Truncated, truncateToBudget } from './truncate-to-budget.js';
