import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** Everything that is not in the HTML itself; data: URIs never pass here, so that fonts cost nothing. */
const OUTSIDE = ['http*', 'ws*', 'file*', 'ftp*', 'blob*', 'filesystem*'].map((urlPattern) => ({ urlPattern }));

/** A page with script off, offline, and every request that would leave it refused, whatever the HTML says (reliability 5.4). */
export async function openJailedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId }) => {
    refuse(session, requestId);
  });
  await session.send('Fetch.enable', { patterns: OUTSIDE });
  return page;
}

function refuse(session: CDPSession, requestId: string): void {
  session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch((error: unknown) => {
    // The page is gone, and the request with it.
    if (!(error instanceof Error)) {
      throw error;
    }
  });
}
