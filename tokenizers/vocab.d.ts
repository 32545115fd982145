/** A compact vocabulary (README.md) in base64. */
declare const vocab: string;
export default vocab;
