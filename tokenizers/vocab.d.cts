/** A compact vocabulary (see format.md) in base64. */
declare const vocab: string;
export = vocab;
