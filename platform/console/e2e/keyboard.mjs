// The main flows without a mouse. They begin without a session.
import assert from 'node:assert/strict';
import { choose, editorOf, heading, jobEnds, press, SPEC, tabLink, tabTo, type } from './actions.mjs';

const formOf = (page) => page.getByRole('region', { name: 'Form' });
const dialogButton = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true });

async function openByKeyboard(page) {
  await page.goto('/clusters');
  await press(page, page.getByRole('link', { name: 'fate-keyboard' }));
  await heading(page, 'fate-keyboard').waitFor();
}

/** Shows the plan of the file that is open, and carries it out. */
async function carryOut(page, name) {
  await press(page, page.getByRole('button', { name: 'Show plan' }));
  await page.getByRole('heading', { name: 'Plan' }).waitFor();
  const consent = page.getByLabel('Continue although the data above is lost');
  if (await consent.count()) await press(page, consent, 'Space');
  await press(page, page.getByRole('main').getByRole('button', { name }));
}

async function updateAndStop(page, policy) {
  await openByKeyboard(page);
  await press(page, page.getByRole('link', { name: 'Update cluster' }));
  await choose(page, formOf(page).getByRole('combobox', { name: 'pullPolicy' }), policy);
  await carryOut(page, 'Update cluster');
  await page.waitForURL(/\/jobs\//);
  try {
    await press(page, page.getByRole('button', { name: 'Stop job' }));
    await press(page, dialogButton(page, 'Stop job'));
    await jobEnds(page, 'Canceled');
    return true;
  } catch {
    await page.keyboard.press('Escape');
    return false;
  }
}

export const keyboardFlows = {
  'signs in with the keyboard': async ({ page, username, password }) => {
    await page.goto('/clusters');
    await type(page, page.getByLabel('User'), username);
    await type(page, page.getByLabel('Password'), password);
    await press(page, page.getByRole('button', { name: 'Sign in' }));
    await heading(page, 'Clusters').waitFor();
  },

  'installs a cluster with the keyboard': async ({ page }) => {
    await press(page, page.getByRole('link', { name: 'Install cluster' }).first());
    await choose(page, page.getByLabel('Release and engine'), 'fate v1.5.0 (eggroll)');
    const form = formOf(page);
    // The node ports of the example are those of another cluster.
    await tabTo(page, editorOf(page));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(SPEC);
    await type(page, form.getByRole('textbox', { name: 'name', exact: true }), 'fate-keyboard');
    await type(page, form.getByRole('textbox', { name: 'namespace' }), 'fate-keyboard');
    await carryOut(page, 'Install cluster');
    await jobEnds(page);
  },

  'opens the parts of a cluster with the keyboard': async ({ page }) => {
    await openByKeyboard(page);
    for (const name of ['Jobs', 'Events', 'Drift']) {
      await press(page, tabLink(page, name));
      await page.waitForURL(new RegExp(name.toLowerCase()));
    }
  },

  'restarts a module with the keyboard': async ({ page }) => {
    await openByKeyboard(page);
    await press(page, page.getByRole('button', { name: 'Restart python' }));
    await press(page, dialogButton(page, 'Restart'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },

  'updates a cluster with the keyboard': async ({ page }) => {
    await openByKeyboard(page);
    await press(page, page.getByRole('link', { name: 'Update cluster' }));
    const form = formOf(page);
    await press(page, form.getByRole('button', { name: 'nodemanager' }));
    await type(page, form.getByRole('textbox', { name: 'count' }), '3');
    await carryOut(page, 'Update cluster');
    await jobEnds(page);
  },

  'stops a job with the keyboard': async ({ page }) => {
    let isStopped = false;
    // The sandbox starts pods within two seconds, so that a slow machine can be too late.
    for (const policy of ['Always', 'Never', 'IfNotPresent', 'Always']) {
      if (!isStopped) isStopped = await updateAndStop(page, policy);
    }
    assert.ok(isStopped, 'no job was stopped in time');
  },

  'rolls back with the keyboard': async ({ page }) => {
    await openByKeyboard(page);
    await press(page, tabLink(page, 'History'));
    await press(page, page.getByRole('button', { name: 'Roll back to 1' }));
    await page.getByRole('dialog').getByRole('heading', { name: 'Plan' }).waitFor();
    await press(page, dialogButton(page, 'Roll back to 1'));
    await jobEnds(page);
  },

  'deletes a cluster with the keyboard': async ({ page }) => {
    await openByKeyboard(page);
    await press(page, page.getByRole('button', { name: 'Delete' }));
    await page.getByRole('dialog').getByRole('heading', { name: 'Plan' }).waitFor();
    await type(page, page.getByLabel('To confirm', { exact: false }), 'fate-keyboard');
    await press(page, dialogButton(page, 'Delete'));
    await jobEnds(page);
    await tabTo(page, page.getByRole('link', { name: 'Clusters' }).first());
  },
};
