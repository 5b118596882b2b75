// What several flows do.
import assert from 'node:assert/strict';
import { accessibility } from './browser.mjs';

export const SPEC = `name: fate-console
namespace: fate-console
chartName: fate
chartVersion: v1.5.0
partyId: 7777
backend: eggroll
modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]
`;

export async function signIn({ page, username, password }) {
  await page.goto('/clusters');
  await page.getByLabel('User').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await heading(page, 'Clusters').waitFor();
}

export const heading = (page, name) => page.getByRole('heading', { level: 1, name });

/** Opens a page, waits for its content and checks it with axe. */
export async function visit(context, path, ready) {
  await context.page.goto(path);
  await ready(context.page).waitFor();
  await check(context);
}

export async function check(context) {
  context.findings.push(...(await accessibility(context.page)));
}

export async function openCluster({ page }) {
  await page.goto('/clusters');
  await page.getByRole('link', { name: 'fate-console' }).click();
  await heading(page, 'fate-console').waitFor();
}

/** Restarts a Deployment on the page of a cluster, and waits until another pod runs. */
export async function restart({ page }, module, timeout = 10_000) {
  const pod = page.getByRole('table', { name: 'Pods' }).getByRole('row', { name: new RegExp(` ${module} `) });
  const before = await pod.getByRole('cell').first().textContent();
  await page.getByRole('button', { name: `Restart ${module}` }).click();
  await page.getByRole('dialog').getByText(`Deployment/${module}`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  await pod.filter({ hasNotText: before }).getByText('Running').waitFor({ timeout });
}

export const tabLink = (page, name) => page.getByRole('navigation', { name: 'Parts of the cluster' }).getByRole('link', { name });

export async function tab({ page }, name) {
  await tabLink(page, name).click();
}

export const editorOf = (page) => page.getByRole('textbox', { name: 'cluster.yaml' });

export async function write(page, text) {
  await editorOf(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

/** Waits until the editor shows a text; it renders only the lines that can be seen. */
export async function yamlHas(page, text) {
  await editorOf(page).getByText(text).first().waitFor();
}

/** Waits for a status in the title of the page of a job. */
export async function jobEnds(page, status = 'Success', timeout = 30_000) {
  await page.waitForURL(/\/jobs\//);
  await page.getByRole('heading', { level: 1 }).locator('xpath=..').getByText(status, { exact: true }).waitFor({ timeout });
}

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Moves the focus with the Tab key until an element has it, and fails if the user could not see where it is. */
export async function tabTo(page, locator, limit = 200) {
  await locator.waitFor();
  for (let count = 0; count < limit && !(await isFocused(locator)); count++) {
    await page.keyboard.press('Tab');
    const isVisible = await page.evaluate(() => document.activeElement === document.body || document.activeElement.matches(':focus-visible'));
    assert.ok(isVisible, 'the focus must be visible');
  }
  assert.ok(await isFocused(locator), `${locator} cannot be reached with the Tab key`);
}

export async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Replaces the text of a field. */
export async function type(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Selects a choice with the arrow keys. */
export async function choose(page, locator, label) {
  await tabTo(page, locator);
  await page.keyboard.press('Home');
  const chosen = () => locator.evaluate((element) => element.selectedOptions[0]?.label);
  for (let count = 0; count < 50 && (await chosen()) !== label; count++) await page.keyboard.press('ArrowDown');
  assert.equal(await chosen(), label);
}

/** Installs a cluster with the REST API and the session of the browser. */
export async function install(page, file) {
  const reply = await page.evaluate(async (data) => {
    const response = await fetch('/v1/cluster', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ data: btoa(data) }) });
    return `${response.status} ${await response.text()}`;
  }, file);
  assert.match(reply, /^200 /);
}
