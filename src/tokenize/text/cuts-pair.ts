/** Whether a character of two UTF-16 units lies across `at`. Half of a pair alone is cut off like any other character. */
export function cutsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
