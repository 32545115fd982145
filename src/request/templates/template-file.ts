/** A chat template in Jinja, and what has to be known of it to fill it in and to count what it makes: the content of a file of `templates/`. */
export interface TemplateFile {
  /** e.g. `"llama-3.1"`. */
  readonly name: string;
  /** The encoding its models count with, e.g. `"llama3"`. */
  readonly encoding: string;
  /** What `bos_token` stands for. */
  readonly bos: string;
  /** What `eos_token` stands for. */
  readonly eos: string;
  /** The control tokens that the template writes. Each is one token to the model, whether or not the encoding has its name. */
  readonly controls: readonly string[];
  /** The roles it has a form for; any, where left out. */
  readonly roles?: readonly string[];
  /** Whether it writes definitions of tools. Default: false. */
  readonly tools?: boolean;
  /** Whether it writes calls of tools. Default: true. */
  readonly calls?: boolean;
  /** What it writes of a message that has both text and calls; `neither`: it refuses the message. Default: `both`. */
  readonly both?: 'both' | 'text' | 'calls' | 'neither';
  /** Whether it wants the arguments of a call as JSON text or as the value. Default: `value`. */
  readonly arguments?: 'text' | 'value';
  /** The field of a message in which it looks for reasoning; it writes none where left out. */
  readonly reasoning?: string;
  /** Whether it has a placeholder for images. Default: false. */
  readonly image?: boolean;
  /** Whether neighbours of one role count as one message, their texts joined by a blank line. Default: false. */
  readonly merges?: boolean;
  /** How long the ids of calls are. Default: as they come. */
  readonly idLength?: number;
  /** Content of a message that makes calls and says nothing. */
  readonly emptyText: '' | null;
  /** What goes between the texts of one message. */
  readonly joint: string;
  /** The form of the date it writes; it writes none where left out. */
  readonly date?: '%d %b %Y' | '%Y-%m-%d';
  /** The reasoning efforts it knows; it writes none where left out. */
  readonly efforts?: readonly string[];
  readonly jinja: string;
}
