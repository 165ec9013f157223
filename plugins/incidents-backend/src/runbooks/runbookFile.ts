/** Where runbook files are: what an annotation comes to. */
export type Place =
  | { kind: 'url'; url: string; holds: 'file' | 'folder' }
  | {
      kind: 'file';
      /** The file that defines the entity. Nothing outside its folder is read. */
      entityFile: string;
      /** Relative to that folder, as the annotation has it. */
      target: string;
    };

/** What a Markdown file says about itself. */
export type RunbookText = {
  title: string;
  /** Globs of alert names. */
  alerts: string[];
  severities: string[];
  /** Number of task-list items. */
  steps: number;
  /** A day, `YYYY-MM-DD`. */
  lastReviewed?: string;
  executableBy?: string;
  rare?: boolean;
  /** Without the front matter. */
  markdown: string;
};

/** A file as it was read, before anybody looks at what it says. */
export type RawFile = {
  /** Relative to the folder it was found in. */
  path: string;
  /** Whole address: the same file has the same one, whoever brings it. */
  address: string;
  /** Where a person can see the file itself. */
  sourceUrl?: string;
  text: string;
};

/** A file as it is offered. */
export type RunbookFile = RunbookText & Omit<RawFile, 'text'> & { id: string };

/** What reading a place came to. Remarks are about single files, in sentences without a full stop. */
export type RawFolder = {
  files: RawFile[];
  remarks: string[];
  /** Lets the next read find out cheaply that nothing changed. */
  etag?: string;
};

/** The files of a place, and what is wrong with it, in sentences without a full stop. */
export type Folder = { files: RunbookFile[]; remarks: string[] };
