// Writes the screenshots of the documentation from a running service: e2e/sandbox screenshots
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { install, signIn } from './actions.mjs';
import { launch } from './browser.mjs';

const folder = '../../docs/console';
const { values } = parseArgs({ options: { url: { type: 'string' }, username: { type: 'string', default: 'admin' } } });
const { browser, page } = await launch(values.url, { viewport: { width: 1200, height: 720 } });
mkdirSync(folder, { recursive: true });

const save = (name) => page.screenshot({ path: `${folder}/${name}.png` });

await signIn({ page, username: values.username, password: process.env.KUBEFATE_PASSWORD });
await page.getByRole('link', { name: 'fate-9999' }).waitFor();
await save('clusters');

await page.getByRole('link', { name: 'fate-9999' }).click();
await page.getByRole('table', { name: 'Pods' }).getByText('mysql', { exact: true }).waitFor();
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

const header = (name, party) => `name: ${name}\nnamespace: ${name}\nchartName: fate\nchartVersion: v1.5.0\npartyId: ${party}\nbackend: eggroll\n`;
const modules = 'modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]\n';
for (const file of [
  `${header('fate-exchange', 1)}modules: [rollsite]\nrollsite: {type: NodePort, nodePort: 30000, partyList: [` +
    '{partyId: 9999, partyIp: 192.168.9.1, partyPort: 30091}, {partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]}\n',
  `${header('fate-8888', 8888)}${modules}rollsite: {type: NodePort, nodePort: 30081, partyList: [` +
    '{partyId: 8000, partyIp: 192.168.80.1, partyPort: 30801}, {partyId: 7777, partyIp: 192.168.7.1, partyPort: 30071}]}\n',
  `${header('fate-8000', 8000)}${modules}rollsite: {type: NodePort, nodePort: 30801, exchange: {ip: 192.168.0.1, port: 30000}}\n`,
]) {
  await install(page, file);
}
await page.setViewportSize({ width: 1200, height: 1000 });
await page.goto('/federation');
await page.getByText('No route of the exchange').first().waitFor();
await page.getByText('Running').nth(4).waitFor({ timeout: 30_000 });
await save('federation');

await browser.close();
