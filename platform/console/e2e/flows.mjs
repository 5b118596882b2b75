// What a user does, in this order: later flows use what earlier ones made.
import assert from 'node:assert/strict';
import { check, heading, jobEnds, openCluster, restart, signIn, SPEC, tab, tabTo, visit, write } from './actions.mjs';
import { dialogFlows } from './dialogs.mjs';
import { federationFlows } from './federation.mjs';
import { formFlows } from './form.mjs';
import { keyboardFlows } from './keyboard.mjs';

export const flows = {
  'refuses a wrong password': async (context) => {
    const { page } = context;
    await visit(context, '/clusters', () => page.getByRole('heading', { name: 'Sign in to KubeFATE' }));
    await page.getByLabel('User').fill(context.username);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('incorrect Username or Password').waitFor();
  },

  'warns of a published password': async (context) => {
    const { page } = context;
    // The password of this service is not published, so that the reply is changed.
    await page.route('**/v1/user/session', async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      await route.fulfill({ response, json: { ...body, data: { ...body.data, warning: 'The password is published.' } } });
    });
    await page.getByLabel('User').fill(context.username);
    await page.getByLabel('Password').fill(context.password);
    await page.keyboard.press('Enter');
    const warning = page.getByText('The password is published.');
    await warning.waitFor();
    await check(context);
    await page.getByRole('button', { name: 'Close' }).click();
    await warning.waitFor({ state: 'detached' });
    await page.unroute('**/v1/user/session');
    await page.getByRole('button', { name: /Sign out/ }).click();
    await page.getByRole('heading', { name: 'Sign in to KubeFATE' }).waitFor();
  },

  'signs in': async (context) => {
    const { page } = context;
    await signIn(context);
    assert.equal(await page.evaluate(() => document.cookie), '', 'scripts must not see the cookie of the session');
  },

  ...formFlows,

  'shows a problem of a file at its line': async (context) => {
    const { page } = context;
    await page.goto('/clusters');
    await page.getByRole('link', { name: 'Install cluster' }).first().click();
    await page.getByLabel('Release and engine').selectOption({ label: 'fate v1.5.0 (eggroll)' });
    await write(page, SPEC.replace('7777', 'x'));
    await page.getByText('write a whole number', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Go to line 5' }).click();
    await check(context);
  },

  'installs a cluster after showing the plan': async (context) => {
    const { page } = context;
    await write(page, SPEC);
    await page.getByRole('button', { name: 'Show plan' }).click();
    await page.getByRole('heading', { name: 'Plan' }).waitFor();
    await check(context);
    await page.getByRole('button', { name: 'Install cluster' }).click();
    await jobEnds(page);
    await check(context);
  },

  'updates it': async (context) => {
    const { page } = context;
    await openCluster(context);
    await page.getByRole('link', { name: 'Update cluster' }).click();
    await write(page, `${SPEC}nodemanager:\n  count: 3\n`);
    await page.getByRole('button', { name: 'Show plan' }).click();
    await page.getByRole('button', { name: 'Update cluster' }).click();
    await jobEnds(page);
  },

  'shows every part of a cluster': async (context) => {
    const { page } = context;
    await openCluster(context);
    const pods = page.getByRole('table', { name: 'Pods' });
    await pods.getByRole('row', { name: /nodemanager-2.* Running 1\/1 0 / }).waitFor();
    await check(context);
    for (const name of ['Jobs', 'Events', 'Logs', 'Terminal', 'Checks', 'Drift', 'History']) {
      await tab(context, name);
      await page.waitForLoadState('networkidle');
      await check(context);
    }
  },

  'restarts a module': async (context) => {
    const { page } = context;
    await openCluster(context);
    await restart(context, 'rollsite');
    await tab(context, 'Drift');
    await page.getByRole('heading', { name: 'No drift' }).waitFor();
  },

  'compares revisions and rolls back': async (context) => {
    const { page } = context;
    await openCluster(context);
    await tab(context, 'History');
    await page.getByRole('region', { name: 'Compare revisions' }).getByText('create', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Roll back to 1' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Plan' }).waitFor();
    await check(context);
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back to 1' }).click();
    await jobEnds(page);
  },

  ...dialogFlows,

  'reads and follows logs': async (context) => {
    const { page } = context;
    await openCluster(context);
    await tab(context, 'Logs');
    await page.getByLabel('Container').selectOption('python');
    await page.getByRole('log').getByText('kubefate: no log', { exact: false }).first().waitFor();
    await page.getByText('Follow').click();
    await page.getByRole('log').getByText('kubefate', { exact: false }).first().waitFor();
  },

  'opens a terminal, or says why not': async (context) => {
    const { page } = context;
    await openCluster(context);
    await tab(context, 'Terminal');
    await page.getByLabel('Module').selectOption('python');
    await page.getByRole('button', { name: 'Open terminal' }).click();
    // The sandbox runs no containers.
    await page.getByText('sandbox', { exact: false }).first().waitFor();
    await check(context);
  },

  'lists jobs with filters in the address': async (context) => {
    const { page } = context;
    await visit(context, '/jobs', () => page.getByRole('link', { name: /ClusterUpdate/ }).first());
    await page.getByLabel('Method').selectOption('ClusterInstall');
    await page.waitForURL(/method=ClusterInstall/);
    await page.getByRole('searchbox', { name: 'Namespace' }).fill('fate-console');
    await page.waitForURL(/namespace=fate-console/);
    await page.getByRole('link', { name: /ClusterInstall/ }).first().waitFor();
    await page.getByRole('button', { name: 'Started' }).click();
    await page.waitForURL(/sort=/);
  },

  'shows plugins': (context) => visit(context, '/plugins', (page) => page.getByRole('cell', { name: /fate-1.5/ }).first()),

  'creates a user, grants a role and deletes both': async (context) => {
    const { page } = context;
    await visit(context, '/administration/users', () => page.getByRole('button', { name: 'Create user' }));
    await page.getByRole('button', { name: 'Create user' }).click();
    await page.getByLabel('User', { exact: true }).fill('ann');
    await page.getByLabel('Password').fill('console-Test-5678');
    await check(context);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('cell', { name: 'ann', exact: true }).waitFor();
    await visit(context, '/administration/roles', () => page.getByRole('button', { name: 'Grant role' }));
    await page.getByRole('button', { name: 'Grant role' }).click();
    await page.getByLabel('Name', { exact: true }).fill('ann');
    await page.getByLabel('Namespace, or * for all').fill('fate-console');
    await page.getByRole('dialog').getByRole('button', { name: 'Grant role' }).click();
    await page.getByRole('cell', { name: 'ann (user)' }).waitFor();
    await page.goto('/administration/users');
    const row = page.getByRole('row').filter({ hasText: 'ann' });
    await row.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await row.waitFor({ state: 'detached' });
  },

  'shows tokens and the audit log': async (context) => {
    await visit(context, '/administration/tokens', (page) => page.getByRole('button', { name: 'Create token' }).first());
    await visit(context, '/administration/audit', (page) => page.getByRole('cell', { name: 'user create' }).first());
    await context.page.getByRole('searchbox', { name: 'Request' }).fill('cluster');
    await context.page.waitForURL(/verb=cluster/);
    await context.page.getByRole('cell', { name: 'user create' }).first().waitFor({ state: 'detached' });
  },

  'filters the audit log by time with the keyboard': async (context) => {
    const { page } = context;
    const entries = page.getByRole('cell', { name: 'user create' }).first();
    await visit(context, '/administration/audit', () => entries);
    await tabTo(page, page.getByLabel('Since'));
    await page.keyboard.type('01012099');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1200AM');
    await page.waitForURL(/since=20(98|99)-/);
    await page.getByText('Nothing matches').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await entries.waitFor();
    await page.goto('/administration/audit?until=2099-01-01T00%3A00%3A00Z');
    await entries.waitFor();
    assert.match(await page.getByLabel('Until').inputValue(), /^20(98|99)-/);
  },

  'speaks Chinese and is dark': async (context) => {
    const { page } = context;
    await page.goto('/clusters');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Language').selectOption('zh');
    await heading(page, '集群').waitFor();
    await check(context);
    for (const path of ['/jobs', '/plugins', '/administration/audit']) {
      await page.goto(path);
      await page.getByRole('table').waitFor();
      await check(context);
    }
    await page.getByLabel('语言').selectOption('en');
    await page.getByLabel('Theme').selectOption('light');
  },

  'fits a narrow screen': async (context) => {
    const { page } = context;
    await page.setViewportSize({ width: 380, height: 800 });
    for (const path of ['/clusters', '/jobs', '/plugins']) {
      await page.goto(path);
      await page.getByRole('table').waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
      await check(context);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  },

  'deletes the cluster after showing the plan': async (context) => {
    const { page } = context;
    await openCluster(context);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Plan' }).waitFor();
    await page.getByLabel('To confirm', { exact: false }).fill('fate-console');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await jobEnds(page);
  },

  ...federationFlows,

  'signs out': async (context) => {
    const { page } = context;
    await page.getByRole('button', { name: /Sign out/ }).click();
    await page.getByRole('heading', { name: 'Sign in to KubeFATE' }).waitFor();
  },

  ...keyboardFlows,
};
