import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Readings } from './readings.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const perSecond = 1e9;

/**
 * What is measured of this process and its registers, as text for Prometheus. Labels are routes as they are declared,
 * methods and statuses: never a name, a unit, a register or a query.
 */
export function makeMetrics(app: FastifyInstance, read: () => Promise<Readings>): () => Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const durations = new Histogram({
    ...{ name: 'sotay_http_request_duration_seconds', help: 'Time to answer a request.', registers },
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // What lies at no route has no name of ours: its address may be anything.
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
    durations.observe(labels, reply.elapsedTime / 1_000);
  });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => void delay.disable());
  const gauge = (name: string, help: string) => new Gauge({ name: `sotay_${name}`, help, registers });
  const lag = gauge('event_loop_delay_seconds', 'How late the event loop was at most since it was last asked.');
  const memory = gauge('resident_memory_bytes', 'Memory of the process.');
  const up = gauge('database_up', 'Whether the database answers (1) or not (0).');
  const sealLag = gauge('seal_lag_seconds', 'Age of the oldest act that is not sealed yet, over all registers.');
  const running = gauge('exports_running', 'Lists being written in the background.');
  const connections = new Gauge({
    ...{ name: 'sotay_database_connections', help: 'Connections, and requests waiting for one.', registers },
    labelNames: ['state'],
  });
  const acts = new Counter({ name: 'sotay_acts_recorded_total', help: 'Acts in all journals.', registers });
  return async () => {
    const found = await read();
    lag.set(delay.max / perSecond);
    delay.reset();
    memory.set(process.memoryUsage.rss());
    up.set(found.isDatabaseUp ? 1 : 0);
    running.set(found.exportsRunning);
    for (const [state, count] of Object.entries(found.connections)) connections.set({ state }, count);
    // While the database is away, what it would tell is left as it was last known.
    if (found.journals !== null) {
      acts.reset();
      acts.inc(found.journals.acts);
      sealLag.set(found.journals.sealLag);
    }
    return registry.metrics();
  };
}
