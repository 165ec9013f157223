import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from 'backstage-plugin-incidents-node';
import { hashOf } from '../platform/identity';
import { reasonOf } from '../platform/sentences';
import { within } from '../platform/within';
import { ageInWords } from './rules/ageInWords';
import { readRunbookText } from './rules/readRunbookText';
import type { Folder, Place, RawFolder } from './runbookFile';

const maxAge = 60_000;
/** In characters, over all places. */
const mostText = 64 * 1024 * 1024;
const mostPlaces = 1_000;
/** In milliseconds. For a first answer people wait longer than for a newer one, and a read may go on without them. */
const patience = { first: 5_000, newer: 1_500, last: 60_000 };

type Shelf = {
  folder?: Folder;
  etag?: string;
  /** Of the last good answer, in milliseconds. */
  readAt: number;
  triedAt: number;
  /** Why the last try failed. */
  failure?: string;
  reading?: Promise<void>;
  size: number;
};

/** Folders of runbooks as they were read at most a minute ago. Whatever goes wrong with one is said by it and by no other. */
export type Shelves = { open(place: Place): Promise<Folder> };

export function createShelves(options: {
  read(place: Place, etag: string | undefined): Promise<RawFolder>;
  clock: Clock;
  logger: LoggerService;
}): Shelves {
  const { read, clock, logger } = options;
  const now = () => clock.now().getTime();
  // The order of a Map is that of insertion: the first shelf is the one that nobody asked for longest.
  const shelves = new Map<string, Shelf>();

  async function refresh(shelf: Shelf, place: Place): Promise<void> {
    try {
      const raw = await within(
        read(place, shelf.etag),
        patience.last,
        'it did not answer',
      );
      Object.assign(shelf, shelved(raw), { failure: undefined, readAt: now() });
    } catch (error) {
      const isSame = (error as Error)?.name === 'NotModifiedError';
      if (isSame) shelf.readAt = now();
      shelf.failure = isSame ? undefined : reasonOf(error);
      if (!isSame) logger.warn(`Runbooks could not be read: ${shelf.failure}`);
    }
    shelf.triedAt = now();
    shelf.reading = undefined;
    clear(shelves, shelf);
  }

  return {
    async open(place) {
      const key = JSON.stringify(place);
      const shelf = shelves.get(key) ?? {
        readAt: 0,
        triedAt: -Infinity,
        size: 0,
      };
      shelves.delete(key);
      shelves.set(key, shelf);
      const age = now() - shelf.triedAt;
      // A clock that was set back must not keep a folder forever.
      if (age > maxAge || age < 0) shelf.reading ??= refresh(shelf, place);
      if (shelf.reading)
        await settled(shelf.reading, shelf.folder !== undefined);
      return answerOf(shelf, now());
    },
  };
}

async function settled(reading: Promise<void>, hasOlder: boolean) {
  const time = hasOlder ? patience.newer : patience.first;
  // A slow read goes on, and serves whoever asks next.
  await within(reading, time, 'slow').catch(() => undefined);
}

function shelved(raw: RawFolder): Pick<Shelf, 'folder' | 'etag' | 'size'> {
  const remarks = [...raw.remarks];
  const files = raw.files
    .map(({ text, ...file }) => {
      const read = readRunbookText(text, file.path);
      remarks.push(...read.remarks);
      const id = hashOf(`file\n${file.address}`, 12);
      return { ...file, ...read.runbook, id };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 0 && remarks.length === 0) {
    remarks.push('there is no Markdown file');
  }
  const size = raw.files.reduce((sum, { text }) => sum + text.length, 0);
  return { folder: { files, remarks }, etag: raw.etag, size };
}

function answerOf(shelf: Shelf, now: number): Folder {
  const failure = shelf.reading ? 'it has not answered yet' : shelf.failure;
  const { folder = { files: [], remarks: [] } } = shelf;
  if (!failure) return folder;
  const older = shelf.folder
    ? `; what is shown was read ${ageInWords(now - shelf.readAt)} ago`
    : '';
  return {
    files: folder.files,
    remarks: [`${failure}${older}`, ...folder.remarks],
  };
}

/** Forgets what nobody asked for longest, but not what was just read or is being read. */
function clear(shelves: Map<string, Shelf>, keep: Shelf): void {
  let text = [...shelves.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [key, shelf] of shelves) {
    if (text <= mostText && shelves.size <= mostPlaces) return;
    if (shelf === keep || shelf.reading) continue;
    shelves.delete(key);
    text -= shelf.size;
  }
}
