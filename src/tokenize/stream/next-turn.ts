interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}
type Channel = new () => { readonly port1: Port; readonly port2: Port };

/** What runtimes offer, some of it. */
interface Turns {
  readonly scheduler?: { yield?(): Promise<void> };
  readonly setImmediate?: (callback: () => void) => unknown;
  readonly MessageChannel?: Channel;
  readonly setTimeout: (callback: () => void) => unknown;
}

/**
 * Resolves when the event loop has had a turn, by the quickest way the runtime has.
 *
 * A timer is the last resort: browsers make a chain of them wait 4 ms each. A message is not for Node, which hands out up to a
 * thousand of them before it looks at anything else; but there is `setImmediate`.
 */
export function nextTurn(): Promise<void> {
  const { scheduler, setImmediate, MessageChannel, setTimeout } = globalThis as unknown as Turns;
  if (scheduler?.yield) return scheduler.yield();
  if (setImmediate) return new Promise((resolve) => setImmediate(resolve));
  if (MessageChannel) return byMessage(MessageChannel);
  return new Promise((resolve) => setTimeout(resolve));
}

function byMessage(Channel: Channel): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new Channel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
