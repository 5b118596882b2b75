// Measures the list of clusters of a running service in a browser: node e2e/scale.mjs --url http://localhost:8080, with KUBEFATE_PASSWORD.
import { parseArgs } from 'node:util';
import { signIn } from './actions.mjs';
import { launch } from './browser.mjs';

const RUNS = 9;
const { values } = parseArgs({ options: { url: { type: 'string' }, username: { type: 'string', default: 'admin' } } });
const { browser, page } = await launch(values.url);
page.setDefaultTimeout(60_000);
await signIn({ page, username: values.username, password: process.env.KUBEFATE_PASSWORD });

const row = page.locator('tbody tr').first();

/** Milliseconds from a key press until the first row has a text, as the page itself sees it. */
function answer(text) {
  return page.evaluate(
    (expected) =>
      new Promise((resolve) => {
        let before;
        document.addEventListener('keydown', () => (before = performance.now()), { once: true, capture: true });
        const look = () => {
          const first = document.querySelector('tbody tr a')?.textContent;
          if (before && first === expected) resolve(performance.now() - before);
          else requestAnimationFrame(look);
        };
        look();
      }),
    text,
  );
}

async function firstRow() {
  const before = performance.now();
  await page.goto('/clusters');
  await row.waitFor();
  return performance.now() - before;
}

async function filter(number) {
  const field = page.getByRole('searchbox', { name: 'Find text' });
  await field.fill(`party-${number}`);
  const answered = answer(`party-${number}0`);
  await field.press('0');
  const taken = await answered;
  await field.fill('');
  return taken;
}

async function measure(run) {
  const taken = [];
  for (let number = 1; number <= RUNS; number++) taken.push(await run(number));
  return taken.sort((one, other) => one - other);
}

const results = [
  ['page with the first row', await measure(firstRow), 1000],
  ['filter, from the last key', await measure((number) => filter(100 + number)), 200],
];
console.log(`${'milliseconds'.padEnd(28)}${'median'.padStart(8)}${'minimum'.padStart(9)}${'maximum'.padStart(9)}${'target'.padStart(8)}`);
for (const [name, taken, target] of results) {
  const [median, minimum, maximum] = [taken[RUNS >> 1], taken[0], taken.at(-1)].map((value) => value.toFixed(0));
  console.log(`${name.padEnd(28)}${median.padStart(8)}${minimum.padStart(9)}${maximum.padStart(9)}${`≤ ${target}`.padStart(8)}`);
}
await browser.close();
