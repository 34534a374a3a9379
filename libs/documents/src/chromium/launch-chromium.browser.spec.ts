import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { killGroup, launchChromium } from './launch-chromium';
import { resolveChromium } from './resolve-chromium';

const place = { cacheDir: join(__dirname, '../../../../node_modules/.cache/thidua/chromium'), chromiumPath: 'bundled' };

describe('a launched browser', () => {
  it('that is killed with unread words in its pipe, after it was let go, does not take our process with it', async () => {
    const { browser } = await launchChromium(await resolveChromium(place));
    const child = browser.process();
    const pipes = (child?.stdio ?? []).flatMap((pipe) => pipe ?? []);
    const gone = once(child ?? process, 'close');
    process.kill(-(child?.pid ?? 0), 'SIGSTOP');
    await browser.disconnect();
    const errors = pipes.map((pipe) => pipe.listenerCount('error'));
    // What a stopped process never reads makes its death a reset (ECONNRESET) instead of an end.
    (pipes[0] as Writable).write('{}\0');
    killGroup(browser);
    await gone;
    expect(errors.length).toBeGreaterThan(0);
    expect(Math.min(...errors)).toBeGreaterThan(0);
  });
});
