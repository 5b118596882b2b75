import { Background, Controls, Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { findingKey, isProblem, type FederationRoute, type Member } from '../federation/federation';
import { CheckSummary } from '../federation/CheckSummary';
import { memberName } from '../federation/names';
import { useText } from '../i18n/text';
import { Status } from '../ui/Status';
import { connectionsOf, HEIGHT, placesOf, WIDTH, type Connection } from './layout';
import './map.css';

type MemberNode = Node<{ member: Member }, 'member'>;

const COLORS: Record<string, string> = {
  MATCHED: 'var(--pf-t--global--color--status--success--default)',
  UNKNOWN: 'var(--pf-t--global--text--color--subtle)',
  ONE_WAY: 'var(--pf-t--global--color--status--danger--default)',
  WRONG: 'var(--pf-t--global--color--status--danger--default)',
};

function Details({ member }: { member: Member }) {
  const t = useText();
  const { cluster } = member;
  if (!cluster) return <small>{t('federation.outside')}</small>;
  return (
    <>
      <Link className="nodrag" to={`/clusters/${cluster.uuid}`}>{cluster.name}</Link>
      <small>{`${cluster.chart_name} ${cluster.chart_version} · ${cluster.namespace}`}</small>
      <span className="map-status"><Status status={cluster.status} /> <small><CheckSummary cluster={cluster} /></small></span>
    </>
  );
}

function MemberBox({ data: { member } }: NodeProps<MemberNode>) {
  const t = useText();
  return (
    <div className={`map-member${member.cluster ? '' : ' map-outside'}${member.exchange ? ' map-exchange' : ''}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <strong>{memberName(member, t)}</strong>
      <Details member={member} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const NODE_TYPES = { member: MemberBox };

function edgeOf(connection: Connection, label: string | undefined): Edge {
  const color = COLORS[connection.state];
  const marker = { type: MarkerType.ArrowClosed, color, width: 18, height: 18 };
  return {
    id: connection.id,
    source: connection.from,
    target: connection.to,
    label,
    className: `map-edge-${connection.state}`,
    markerEnd: marker,
    markerStart: connection.both ? marker : undefined,
    style: { stroke: color, strokeWidth: 2, strokeDasharray: connection.state === 'UNKNOWN' ? '6 4' : undefined },
    labelBgPadding: [6, 4],
    labelBgBorderRadius: 4,
  };
}

/** Parties as boxes, routes as arrows. The table below has the same content for keyboards and screen readers. */
export default function FederationMap({ members, routes }: { members: Member[]; routes: FederationRoute[] }) {
  const t = useText();
  const connections = useMemo(() => connectionsOf(routes), [routes]);
  const nodes = useMemo<MemberNode[]>(
    () =>
      placesOf(members, connections).map(({ member, x, y }) => ({ id: member.id, type: 'member', position: { x, y }, data: { member }, width: WIDTH, height: HEIGHT })),
    [members, connections],
  );
  const edges = connections.map((connection) => {
    const problem = connection.routes.find(isProblem);
    return edgeOf(connection, problem && t(findingKey(problem)));
  });
  return (
    <section className="map" aria-label={t('federation.map')}>
      <ReactFlow
        key={nodes.map((node) => node.id).join()}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        ariaLabelConfig={{
          'controls.ariaLabel': t('federation.controls'),
          'controls.zoomIn.ariaLabel': t('federation.zoomIn'),
          'controls.zoomOut.ariaLabel': t('federation.zoomOut'),
          'controls.fitView.ariaLabel': t('federation.fit'),
        }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}
