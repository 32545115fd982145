/** Something that a reader of the number should know. Codes are stable; messages are for people. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}
