import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';
import { addressText, findingKey, isProblem, remedyKey, type FederationRoute, type Member } from './federation';
import { memberName } from './names';

type Members = Map<string, Member>;

function MemberLink({ member }: { member: Member | undefined }) {
  const t = useText();
  if (!member?.cluster) return <>{memberName(member, t)}</>;
  return (
    <>
      {memberName(member, t)}<br />
      <Link to={`/clusters/${member.cluster.uuid}`}>{member.cluster.name}</Link>
    </>
  );
}

function State({ route }: { route: FederationRoute }) {
  const t = useText();
  const tone = isProblem(route) ? 'danger' : route.state === 'MATCHED' ? 'success' : undefined;
  return <Label status={tone} isCompact>{t(findingKey(route))}</Label>;
}

/** Says which party must change what. */
function Remedy({ route, members }: { route: FederationRoute; members: Members }) {
  const t = useText();
  const { remedy } = route;
  if (!remedy) return <>{isProblem(route) ? t('federation.sameEngine') : '–'}</>;
  const owner = members.get(remedy.cluster);
  const target = remedy.party === 'default' ? t('federation.exchange') : t('federation.party', { id: remedy.party });
  const where = remedy.addresses.map(addressText).join(', ') || t('federation.askAddress');
  const parameters = { owner: memberName(owner, t), cluster: owner?.cluster?.name ?? '', target, key: remedy.key, where };
  return (
    <>
      {t(remedyKey(route), parameters)}{' '}
      {owner?.cluster && <Link to={`/clusters/${owner.cluster.uuid}/update`}>{t('federation.change', { name: owner.cluster.name })}</Link>}
    </>
  );
}

export function RouteTable({ routes, members }: { routes: FederationRoute[]; members: Members }) {
  const t = useText();
  return (
    <ListTable
      label={t('federation.routes')}
      rows={routes}
      rowKey={(route) => `${route.from} ${route.module} ${route.party} ${route.key}`}
      columns={[
        { title: t('federation.from'), cell: (route) => <MemberLink member={members.get(route.from)} /> },
        { title: t('federation.to'), cell: (route) => <MemberLink member={members.get(route.to)} /> },
        { title: t('federation.route'), cell: (route) => <>{route.key}<br /><span className="console-field">{route.addresses.map(addressText).join(', ') || t('federation.polled')}</span></> },
        { title: t('common.status'), cell: (route) => <State route={route} /> },
        { title: t('federation.remedy'), cell: (route) => <Remedy route={route} members={members} /> },
      ]}
    />
  );
}
