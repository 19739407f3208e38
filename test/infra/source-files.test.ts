import { expect, test } from 'vitest';
import { monitorTemplate, resourcesOf } from '../support/monitor-template.ts';

test('source files of a force go to every function that knows sources', () => {
  const functions = resourcesOf(monitorTemplate({ sourceFiles: ['deploy/sources.json', 'more.json'] }), 'AWS::Lambda::Function');
  const told = functions.map(({ id, properties }) => [id.replace(/Function.*/, ''), properties['Environment'].Variables.SOURCE_FILES]);
  const files = 'sources/sources.json,sources/more.json';
  expect(Object.fromEntries(told)).toEqual({
    OpenScan: files,
    Scan: files,
    Read: files,
    ReadRendered: files,
    See: files,
    Match: files,
    Review: files,
    Deliver: files,
    Verify: files,
    Records: undefined,
    Console: files,
  });
});

test('declarations of platforms go to the functions that write and deliver notices', () => {
  const functions = resourcesOf(monitorTemplate({ platformFiles: ['deploy/platforms.json'] }), 'AWS::Lambda::Function');
  const told = functions.map(({ id, properties }) => [id.replace(/Function.*/, ''), properties['Environment'].Variables.PLATFORM_FILES]);
  const files = 'platforms/platforms.json';
  expect(Object.fromEntries(told)).toEqual({ Notify: files, Deliver: files });
});
