/** Milliseconds of processor time this process has used, all its threads together; a busy machine does not lengthen it as it does the clock's. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
