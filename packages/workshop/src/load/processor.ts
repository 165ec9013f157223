import { readFileSync } from 'node:fs';

/** Of `utime` and `stime` in `/proc/<pid>/stat`, on every Linux there is. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process has taken, as the kernel of Linux counts them. What else runs on the machine does not count. */
export function processorSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold anything; fields 14 and 15 come eleven after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
