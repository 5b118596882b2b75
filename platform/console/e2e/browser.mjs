// A browser that fails the run on an error of a page, a violation of the content security policy, or a finding of axe.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const SEVERE = ['serious', 'critical'];

export async function launch(url, options = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const context = await browser.newContext({ baseURL: url, locale: 'en', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused request is logged by the browser, and what the page makes of it is tested.
    if (message.type() === 'error' && !/^(Failed to load resource|WebSocket connection to)/.test(message.text())) errors.push(`${page.url()}: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`));
  });
  page.setDefaultTimeout(10_000);
  return { browser, page, errors };
}

/** Runs axe in the page and returns its serious and critical findings. */
export async function accessibility(page) {
  // Evaluated by the browser's debugger, to which the policy of the page does not apply.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter((violation) => SEVERE.includes(violation.impact))
    .flatMap((violation) => violation.nodes.map((node) => `${page.url()}: ${violation.id} (${violation.impact}): ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}
