// The map of parties and routes. The clusters of these flows stay.
import { check, install, visit } from './actions.mjs';

const partyFile = (party, port, route) =>
  `name: fate-${party}\nnamespace: fate-${party}\nchartName: fate\nchartVersion: v1.5.0\npartyId: ${party}\nbackend: eggroll\n` +
  `modules: [rollsite, clustermanager, nodemanager, mysql, python]\nrollsite: {type: NodePort, nodePort: ${port}, partyList: [{${route}}]}\n`;

export const federationFlows = {
  'shows matching routes on the map of the federation': async (context) => {
    const { page } = context;
    await install(page, partyFile(61, 30611, 'partyId: 62, partyIp: 192.168.62.1, partyPort: 30621'));
    await install(page, partyFile(62, 30621, 'partyId: 61, partyIp: 192.168.61.1, partyPort: 30611'));
    const map = page.getByRole('region', { name: 'Map of the federation' });
    await visit(context, '/federation', () => map.getByText('Party 61', { exact: true }));
    const routes = page.getByRole('grid', { name: 'Routes' }).or(page.getByRole('table', { name: 'Routes' }));
    for (const [from, to] of [['fate-61', 'fate-62'], ['fate-62', 'fate-61']]) {
      await routes.getByRole('row', { name: new RegExp(`${from}.*${to}.*Matches`) }).waitFor();
    }
    await map.getByRole('link', { name: 'fate-61' }).waitFor();
  },

  'shows a route without a counterpart and its remedy': async (context) => {
    const { page } = context;
    await install(page, partyFile(71, 30711, 'partyId: 72, partyIp: 192.168.72.1, partyPort: 30721'));
    await install(page, partyFile(72, 30721, 'partyId: 62, partyIp: 192.168.62.1, partyPort: 1'));
    await visit(context, '/federation?problems=true', () => page.getByText('Party 72 (cluster fate-72) needs a route to Party 71 in rollsite.partyList: …:30711.').first());
    await page.getByRole('region', { name: 'Map of the federation' }).getByText('No route back').first().waitFor();
    await page.getByRole('link', { name: 'Update fate-72' }).first().click();
    await page.getByRole('heading', { level: 1, name: /fate-72/ }).waitFor();
    await page.goto('/clusters');
    await page.getByRole('link', { name: 'fate-71' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Federation' }).click();
    await page.waitForURL(/federation\?text=fate-71/);
    await check(context);
  },
};
