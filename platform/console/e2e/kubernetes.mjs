// What only a Kubernetes with containers shows. In this order: later flows use the cluster of the first one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { check, jobEnds, openCluster, restart, signIn, tab, write } from './actions.mjs';

const SPEC = `name: fate-console
namespace: fate-console
chartName: fate
chartVersion: v1.5.0
partyId: 7777
backend: eggroll
modules: [rollsite]
`;
const MINUTE = 60_000;

const kubectl = (...options) => execFileSync('kubectl', ['--namespace', 'fate-console', ...options], { encoding: 'utf8' });

/** Shows the plan of a file on the page to install or update, and carries it out. */
async function carryOut(page, text, action) {
  await write(page, text);
  await page.getByRole('button', { name: 'Show plan' }).click();
  await page.getByRole('button', { name: action }).click();
}

async function update(context, text) {
  await openCluster(context);
  await context.page.getByRole('link', { name: 'Update cluster' }).click();
  await carryOut(context.page, text, 'Update cluster');
}

export const kubernetesFlows = {
  'signs in': (context) => signIn(context),

  'installs a cluster': async (context) => {
    const { page } = context;
    await page.goto('/clusters/new');
    await page.getByLabel('Release and engine').selectOption({ label: 'fate v1.5.0 (eggroll)' });
    await carryOut(page, SPEC, 'Install cluster');
    await jobEnds(page, 'Success', MINUTE);
    assert.match(kubectl('get', 'pods'), /rollsite-.* Running/);
  },

  'follows the log of a container': async (context) => {
    const { page } = context;
    await openCluster(context);
    await tab(context, 'Logs');
    await page.getByLabel('Container').selectOption('rollsite');
    const log = page.getByRole('log');
    await log.getByText(/./).first().waitFor();
    await page.getByText('Follow').click();
    kubectl('exec', 'deployment/rollsite', '--', 'sh', '-c', 'echo "line of the test" > /proc/1/fd/1');
    await log.getByText('line of the test').waitFor();
    await check(context);
  },

  'runs a command in a terminal': async (context) => {
    const { page } = context;
    await openCluster(context);
    await tab(context, 'Terminal');
    await page.getByLabel('Module').selectOption('rollsite');
    await page.getByRole('button', { name: 'Open terminal' }).click();
    const terminal = page.locator('.xterm');
    await terminal.getByText(/[#$]/).first().waitFor();
    await terminal.click();
    await page.keyboard.type('echo answer-$((6 * 7))');
    await page.keyboard.press('Enter');
    await terminal.getByText('answer-42').first().waitFor();
    await check(context);
    await page.keyboard.type('exit');
    await page.keyboard.press('Enter');
    await page.getByText('The shell has ended.').waitFor();
  },

  'restarts a module': async (context) => {
    const before = kubectl('get', 'pods', '--output=name').trim();
    await openCluster(context);
    await restart(context, 'rollsite', MINUTE);
    await check(context);
    assert.notEqual(kubectl('get', 'pods', '--output=name', '--field-selector=status.phase=Running').trim(), before);
  },

  'shows drift and reconciles it': async (context) => {
    const { page } = context;
    kubectl('scale', 'deployment/rollsite', '--replicas=0');
    await openCluster(context);
    await tab(context, 'Drift');
    await page.getByRole('button', { name: 'Reconcile' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fields (1)' }).click();
    await dialog.getByText('spec.replicas').waitFor();
    await check(context);
    await dialog.getByRole('button', { name: 'Reconcile' }).click();
    await jobEnds(page, 'Success', MINUTE);
    assert.match(kubectl('get', 'deployment', 'rollsite', '--output=jsonpath={.spec.replicas}'), /^1$/);
  },

  'shows why a module is not ready, and stops': async (context) => {
    const { page } = context;
    await update(context, `${SPEC}rollsite: {nodeSelector: {disktype: nowhere}}\n`);
    await page.getByText('node selector', { exact: false }).first().waitFor({ timeout: MINUTE });
    await check(context);
    await page.getByRole('button', { name: 'Stop job' }).click();
    await check(context);
    await page.getByRole('dialog').getByRole('button', { name: 'Stop job' }).click();
    await page.getByText('Canceled', { exact: true }).first().waitFor({ timeout: MINUTE });
  },

  'deletes the cluster': async (context) => {
    const { page } = context;
    await openCluster(context);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByLabel('To confirm', { exact: false }).fill('fate-console');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await jobEnds(page, 'Success', MINUTE);
    assert.equal(kubectl('get', 'deployments', '--output=name'), '');
  },
};
