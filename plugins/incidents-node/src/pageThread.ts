const form = /^incidents-page-([\w-]{1,36}?)-(\d{1,6})$/;

/**
 * The key under which systems that fold by a key are told of a page: the same until somebody has answered, and another one when
 * people are called again after that. A source of alerts that reads what such a system tells leaves out what `read` knows: it is
 * an echo of a page, and must not begin an incident.
 *
 * @public
 */
export const pageThread = {
  /** The episodes of a page are counted from 1. */
  write(pageId: string, episode: number): string {
    return `incidents-page-${pageId}-${episode}`;
  },
  /** Nothing of what no portal wrote. */
  read(text: string): { pageId: string; episode: number } | undefined {
    const [, pageId, episode] = form.exec(text) ?? [];
    return pageId ? { pageId, episode: Number(episode) } : undefined;
  },
};
