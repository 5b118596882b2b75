// Every dialog, checked with axe while it is open.
import { check, openCluster, press, tab, visit } from './actions.mjs';

/** Opens a dialog, checks it and closes it with the Escape key; the focus must be in it. */
async function checkDialog(context, open, ready) {
  const { page } = context;
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  if (ready) await ready(dialog).waitFor();
  await check(context);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

const plan = (dialog) => dialog.getByRole('heading', { name: 'Plan' });

export const dialogFlows = {
  'has accessible dialogs of a cluster': async (context) => {
    const { page } = context;
    await openCluster(context);
    await checkDialog(context, () => page.getByRole('button', { name: 'Delete' }).click(), plan);
    await checkDialog(context, () => page.getByRole('button', { name: 'Restart python' }).click(), (dialog) => dialog.getByText('Deployment/python'));
    await tab(context, 'History');
    await checkDialog(context, () => page.getByRole('button', { name: 'Roll back to 1' }).click(), plan);
  },

  'has accessible dialogs of plugins': async (context) => {
    const { page } = context;
    await page.goto('/plugins');
    const row = page.getByRole('row').filter({ hasText: 'fate-serving' }).first();
    await checkDialog(context, () => page.getByRole('button', { name: 'Install plugin' }).click());
    for (const name of ['Disable', 'Upgrade', 'Remove']) await checkDialog(context, () => row.getByRole('button', { name }).click());
  },

  'disables a plugin and enables it with the keyboard': async (context) => {
    const { page } = context;
    await page.goto('/plugins');
    const row = page.getByRole('row').filter({ hasText: 'fate-serving' }).first();
    const button = (name) => row.getByRole('button', { name });
    const confirmation = (name) => page.getByRole('dialog').getByRole('button', { name });
    await press(page, button('Disable'));
    await press(page, confirmation('Disable'));
    await checkDialog(context, () => press(page, button('Enable')), () => confirmation('Enable'));
    await press(page, button('Enable'));
    await press(page, confirmation('Enable'));
    await button('Disable').waitFor();
  },

  'has an accessible confirmation to stop a job': async (context) => {
    const { page } = context;
    // Jobs of the sandbox end too soon, so that the reply says that this one still runs.
    await page.route(/\/v1\/job\/[^/]+$/, async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      await route.fulfill({ response, json: { ...body, data: { ...body.data, status: 'Running' } } });
    });
    await page.route(/\/v1\/job\/[^/]+\/events/, (route) => route.abort());
    await visit(context, '/jobs', () => page.getByRole('link', { name: /ClusterUpdate/ }).first());
    await page.getByRole('link', { name: /ClusterUpdate/ }).first().click();
    const stop = page.getByRole('button', { name: 'Stop job' });
    await checkDialog(context, () => press(page, stop), (dialog) => dialog.getByRole('button', { name: 'Stop job' }));
    await page.unrouteAll();
  },

  'has accessible dialogs of the administration': async (context) => {
    const { page } = context;
    for (const [path, name] of [['users', 'Create user'], ['users', 'Set password'], ['roles', 'Grant role'], ['tokens', 'Create token']]) {
      await page.goto(`/administration/${path}`);
      await checkDialog(context, () => page.getByRole('button', { name }).first().click());
    }
  },

  'creates a token, shows it once and revokes it': async (context) => {
    const { page } = context;
    await page.goto('/administration/tokens');
    await page.getByRole('button', { name: 'Create token' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('console');
    await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Token' }).waitFor();
    await check(context);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    const row = page.getByRole('row').filter({ hasText: 'console' });
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).waitFor();
    await check(context);
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.waitFor({ state: 'detached' });
  },
};
