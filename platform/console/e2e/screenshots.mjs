// Writes the screenshots of the documentation from a running service: e2e/sandbox screenshots
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';

const folder = '../../docs/console';
const { values } = parseArgs({ options: { url: { type: 'string' }, username: { type: 'string', default: 'admin' } } });
const { browser, page } = await launch(values.url, { viewport: { width: 1200, height: 720 } });
mkdirSync(folder, { recursive: true });

const save = (name) => page.screenshot({ path: `${folder}/${name}.png` });

await page.goto('/clusters');
await page.getByLabel('User').fill(values.username);
await page.getByLabel('Password').fill(process.env.KUBEFATE_PASSWORD);
await page.keyboard.press('Enter');
await page.getByRole('link', { name: 'fate-9999' }).waitFor();
await save('clusters');

await page.getByRole('link', { name: 'fate-9999' }).click();
await page.getByRole('cell', { name: 'mysql', exact: true }).waitFor();
await save('cluster');

await page.goto('/jobs');
await page.getByRole('link', { name: /ClusterInstall/ }).first().click();
await page.getByText('job run Success').first().waitFor();
await save('job');

await page.goto('/clusters');
await page.getByRole('link', { name: 'fate-9999' }).click();
await page.getByRole('link', { name: 'Update cluster' }).click();
const editor = page.getByRole('textbox', { name: 'cluster.yaml' });
await editor.getByText('partyId').first().waitFor();
const form = page.getByRole('region', { name: 'Form' });
await form.getByRole('textbox', { name: 'name', exact: true }).waitFor();
await editor.press('Control+End');
await page.keyboard.insertText('\npullPolicy: Sometimes\n');
await page.getByRole('button', { name: /Go to line/ }).first().waitFor();
await save('update');

await page.goto('/clusters/new');
await page.getByLabel('Release and engine').selectOption({ label: 'fate v1.5.0 (eggroll)' });
await form.getByRole('textbox', { name: 'name', exact: true }).waitFor();
await editor.getByText('rollsite').first().waitFor();
// Closed, so that the modules can be seen.
await form.getByRole('button', { name: 'General' }).click();
await form.getByRole('button', { name: 'rollsite' }).click();
await form.getByRole('button', { name: 'partyList', exact: true }).waitFor();
await save('install');

await browser.close();
