import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const GIB = 2 ** 30;

/** The settings of the embedded server, as the text of a configuration file. */
export function settingsText(port: number, more: Record<string, string> = {}): string {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'Asia/Ho_Chi_Minh',
    log_timezone: 'Asia/Ho_Chi_Minh',
    lc_messages: 'C',
    shared_buffers: totalmem() >= 12 * GIB ? '1GB' : '512MB',
    work_mem: '32MB',
    maintenance_work_mem: '512MB',
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    log_checkpoints: 'off',
    // Containers often give /dev/shm 64 MB, too little for a parallel hash join.
    dynamic_shared_memory_type: hasRoomyShm() ? 'posix' : 'mmap',
    // No personal data in the log: neither the statement nor the row that broke a constraint.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...more,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written anew at every start.\n${lines.join('\n')}\n`;
}

function hasRoomyShm(): boolean {
  if (process.platform !== 'linux') return process.platform !== 'win32';
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= GIB / 2;
  } catch {
    return false; // no /dev/shm at all
  }
}
