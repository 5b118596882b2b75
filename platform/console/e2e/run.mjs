// Tests the console of a running service: npm run e2e -- --url http://localhost:8080 --username admin
// The password is in the variable KUBEFATE_PASSWORD. The service should use the sandbox; with --kubernetes, the Kubernetes of KUBECONFIG.
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { flows } from './flows.mjs';
import { kubernetesFlows } from './kubernetes.mjs';

const { values } = parseArgs({ options: { url: { type: 'string' }, username: { type: 'string', default: 'admin' }, only: { type: 'string' }, kubernetes: { type: 'boolean' } } });
const password = process.env.KUBEFATE_PASSWORD;
if (!values.url || !password) {
  console.error('usage: KUBEFATE_PASSWORD=… npm run e2e -- --url http://localhost:8080 [--username admin] [--only TEXT] [--kubernetes]');
  process.exit(2);
}

const session = await launch(values.url);
const context = { ...session, username: values.username, password, findings: [] };
let failed = 0;
const isWanted = (name) => !values.only || name.includes(values.only) || name === 'signs in';
for (const [name, flow] of Object.entries(values.kubernetes ? kubernetesFlows : flows).filter(([name]) => isWanted(name))) {
  const before = Date.now();
  const errorsBefore = session.errors.length + context.findings.length;
  let reason = '';
  try {
    await flow(context);
    const found = [...session.errors, ...context.findings].slice(errorsBefore);
    if (session.errors.length + context.findings.length > errorsBefore) reason = [...session.errors, ...context.findings].join('\n  ') || found.join('\n  ');
  } catch (error) {
    reason = error.stack;
    await session.page.screenshot({ path: `target/e2e-${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
  }
  session.errors.length = 0;
  context.findings.length = 0;
  if (reason) failed++;
  console.log(`${reason ? 'FAILED' : 'ok    '} ${name} (${Date.now() - before} ms)${reason ? `\n  ${reason}` : ''}`);
}
await session.browser.close();
process.exit(failed ? 1 : 0);
