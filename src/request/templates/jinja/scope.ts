/** Variables of a template, of a loop in it or of a call of a macro. */
export class Scope {
  readonly #variables = new Map<string, unknown>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  get(name: string): unknown {
    return this.#variables.has(name) ? this.#variables.get(name) : this.#outer?.get(name);
  }

  set(name: string, value: unknown): void {
    this.#variables.set(name, value);
  }
}
