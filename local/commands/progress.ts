/** How far long work is: a bar on a terminal, a plain line now and then elsewhere. Always on stderr, so that stdout holds results only. */

import { SingleBar } from 'cli-progress';

export interface Progress {
  /** `total` may still grow. */
  update(done: number, total: number): void;
  stop(): void;
}

/** Between two plain lines, in milliseconds: a log of a ten-minute run stays readable. */
const betweenLinesMs = 10_000;

export function startProgress(label: string, { stream = process.stderr, now = Date.now } = {}): Progress {
  return stream.isTTY ? bar(label, stream) : lines(label, stream, now);
}

function bar(label: string, stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({ format: `${label} {bar} {value} of {total}`, stream, hideCursor: true, clearOnComplete: true });
  single.start(1, 0);
  return {
    update(done, total) {
      single.setTotal(Math.max(1, total));
      single.update(done);
    },
    stop: () => single.stop(),
  };
}

function lines(label: string, stream: NodeJS.WriteStream, now: () => number): Progress {
  let last = '';
  let lastAt = now();
  const print = (line: string) => {
    if (line === last) return;
    stream.write(`${line}\n`);
    last = line;
    lastAt = now();
  };
  let newest = '';
  return {
    update(done, total) {
      newest = `${label}: ${done} of ${total}`;
      if (now() - lastAt >= betweenLinesMs) print(newest);
    },
    stop: () => {
      if (newest !== '') print(newest);
    },
  };
}
