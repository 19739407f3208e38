/** Ctrl-C: the first asks to stop cleanly, the second does not ask. */

export interface Interrupt {
  signal: AbortSignal;
  /** Resolves when somebody asked to stop. */
  asked: Promise<void>;
  /** Gives the signals back to Node's own handling. */
  release(): void;
}

export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const asked = Promise.withResolvers<void>();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\nStopping: finishing what is in hand. Press Ctrl-C again to stop at once.\n');
    controller.abort();
    asked.resolve();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    asked: asked.promise,
    release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
