// The form beside the YAML of a new cluster.
import assert from 'node:assert/strict';
import { check, choose, editorOf, press, SPEC, tabTo, type, write, yamlHas } from './actions.mjs';

const formOf = (page) => page.getByRole('region', { name: 'Form' });

async function openForm(page, text) {
  await page.goto('/clusters/new');
  await page.getByLabel('Release and engine').selectOption({ label: 'fate v1.5.0 (eggroll)' });
  await formOf(page).getByRole('textbox', { name: 'name', exact: true }).waitFor();
  if (text) await write(page, text);
}

export const formFlows = {
  'fills the form with the keyboard': async (context) => {
    const { page } = context;
    await openForm(page);
    const form = formOf(page);
    await type(page, form.getByRole('textbox', { name: 'name', exact: true }), 'fate-keys');
    await yamlHas(page, 'fate-keys');
    await yamlHas(page, '# name of the cluster');
    await choose(page, form.getByRole('combobox', { name: 'pullPolicy' }), 'Always');
    await yamlHas(page, 'Always');
    await choose(page, form.getByRole('combobox', { name: 'persistence' }), 'true');
    await press(page, form.getByRole('checkbox', { name: 'client' }), 'Space');
    await press(page, form.getByRole('button', { name: 'nodemanager' }));
    await type(page, form.getByRole('textbox', { name: 'count' }), '3');
    await press(page, form.getByRole('button', { name: 'clustermanager' }));
    await press(page, form.getByRole('button', { name: 'nodeSelector', exact: true }));
    await type(page, form.getByRole('textbox', { name: 'New key of nodeSelector' }), 'kubernetes.io/os');
    await page.keyboard.press('Enter');
    await type(page, form.getByRole('textbox', { name: 'kubernetes.io/os' }), 'linux');
    await yamlHas(page, 'linux');
    await check(context);
  },

  'renames a key with the keyboard': async (context) => {
    const { page } = context;
    const form = formOf(page);
    await write(page, `${SPEC}clustermanager:\n  nodeSelector:\n    kubernetes.io/os: linux # kept\n`);
    await press(page, form.getByRole('button', { name: 'clustermanager' }));
    await press(page, form.getByRole('button', { name: 'Rename kubernetes.io/os' }));
    const name = form.getByRole('textbox', { name: 'New name of kubernetes.io/os' });
    await type(page, name, 'disktype');
    await check(context);
    await page.keyboard.press('Enter');
    await yamlHas(page, 'disktype: linux # kept');
    const rename = form.getByRole('button', { name: 'Rename disktype' });
    await rename.waitFor();
    assert.ok(await rename.evaluate((button) => button === document.activeElement), 'the focus must stay at the key');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.ok(await rename.evaluate((button) => button === document.activeElement), 'the focus must return to the key');
  },

  'moves an element of a list with the keyboard': async (context) => {
    const { page } = context;
    const form = formOf(page);
    const parties = ['1', '2', '3'].map((id) => `    - partyId: ${id}\n      partyIp: 10.0.0.${id}\n      partyPort: 9370\n`);
    await write(page, `${SPEC}rollsite:\n  partyList:\n${parties.join('')}`);
    await press(page, form.getByRole('button', { name: 'rollsite' }));
    await press(page, form.getByRole('button', { name: 'Move partyList 1 down' }));
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move partyList 2 down');
    await page.keyboard.press('Enter');
    // There is no way further down, so that the focus is at the way back.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move partyList 3 up');
    const ids = await form.getByRole('textbox', { name: 'partyId' }).evaluateAll((inputs) => inputs.map((input) => input.value));
    assert.deepEqual(ids, ['7777', '2', '3', '1']);
    await check(context);
  },

  'changes the form with the YAML': async ({ page }) => {
    const form = formOf(page);
    await write(page, SPEC.replace('7777', '8888'));
    const party = form.getByRole('textbox', { name: 'partyId' });
    await page.waitForFunction(() => document.getElementById('form-_partyId')?.value === '8888');
    await write(page, 'name: [');
    await form.getByText('The YAML has an error').waitFor();
    assert.ok(await party.isDisabled());
    await write(page, SPEC);
    await page.waitForFunction(() => document.getElementById('form-_partyId')?.value === '7777');
    assert.ok(await party.isEnabled());
  },

  'removes a key when its field is emptied': async ({ page }) => {
    const form = formOf(page);
    await write(page, `${SPEC}registry: example.org\n`);
    const registry = form.getByRole('textbox', { name: 'registry' });
    await page.waitForFunction(() => document.getElementById('form-_registry')?.value === 'example.org');
    await tabTo(page, registry);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await editorOf(page).getByText('registry').waitFor({ state: 'detached' });
  },

  'shows a problem at its field': async (context) => {
    const { page } = context;
    const form = formOf(page);
    await write(page, `${SPEC}rollsite:\n  partyList:\n    - partyId: x\n      partyIp: 10.0.0.1\n      partyPort: 9370\n`);
    await form.getByRole('button', { name: /rollsite.*Problems: 1/ }).waitFor();
    await press(page, form.getByRole('button', { name: /rollsite/ }));
    const party = form.getByRole('textbox', { name: 'partyId' }).nth(1);
    await party.waitFor();
    const messages = page.locator(`#${await party.getAttribute('aria-describedby')}`);
    await messages.getByText('write a whole number', { exact: false }).waitFor();
    await check(context);
    await type(page, party, '10000');
    await messages.getByText('write a whole number', { exact: false }).waitFor({ state: 'detached' });
  },

  'shows one of form and YAML on a narrow screen': async (context) => {
    const { page } = context;
    await page.setViewportSize({ width: 400, height: 800 });
    await page.getByRole('tab', { name: 'YAML' }).click();
    await editorOf(page).waitFor();
    await check(context);
    await page.getByRole('tab', { name: 'Form' }).click();
    await formOf(page).getByRole('textbox', { name: 'name', exact: true }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `the form is ${overflow} pixels too wide`);
    await check(context);
    await page.setViewportSize({ width: 1280, height: 900 });
  },
};
