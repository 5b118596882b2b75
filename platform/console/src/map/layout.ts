import { Graph, layout as arrange } from '@dagrejs/dagre';
import { worse, type FederationRoute, type Member } from '../federation/federation';

export const WIDTH = 220;
export const HEIGHT = 112;

/** All routes between two members. */
export interface Connection {
  id: string;
  from: string;
  to: string;
  /** Whether the second member has routes to the first, too. */
  both: boolean;
  state: string;
  /** Those for which somebody has to change something. */
  routes: FederationRoute[];
}

export interface Place {
  member: Member;
  x: number;
  y: number;
}

/** The pairs of members with routes, each once. */
export function connectionsOf(routes: FederationRoute[]): Connection[] {
  const found = new Map<string, Connection>();
  for (const route of routes) {
    const known = found.get(`${route.to} ${route.from}`) ?? found.get(`${route.from} ${route.to}`);
    if (known) {
      known.both ||= known.from === route.to;
      known.state = worse(known.state, route.state);
      known.routes.push(route);
    } else {
      const id = `${route.from} ${route.to}`;
      found.set(id, { id, from: route.from, to: route.to, both: false, state: route.state, routes: [route] });
    }
  }
  return [...found.values()];
}

/** Places members so that connected ones are beside each other. */
export function placesOf(members: Member[], connections: Connection[]): Place[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 180 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const member of members) graph.setNode(member.id, { width: WIDTH, height: HEIGHT });
  const shown = new Set(members.map((member) => member.id));
  for (const connection of connections) {
    if (shown.has(connection.from) && shown.has(connection.to)) graph.setEdge(connection.from, connection.to);
  }
  arrange(graph);
  return members.map((member) => {
    const { x, y } = graph.node(member.id) as { x: number; y: number };
    return { member, x: x - WIDTH / 2, y: y - HEIGHT / 2 };
  });
}
