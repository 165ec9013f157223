import { readFileSync } from 'node:fs';

/** Megabytes that a process holds, as the kernel of Linux counts them. */
export function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1_024;
}
