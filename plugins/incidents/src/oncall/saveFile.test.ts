import { saveFile } from './saveFile';

describe('saveFile', () => {
  it('saves a text under its name, with the mark by which spreadsheets know its writing', async () => {
    let saved: Blob | undefined;
    const revokeObjectURL = jest.fn();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:1';
      },
      revokeObjectURL,
    });
    const clicked: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        clicked.push(`${this.href} ${this.download}`);
      });
    saveFile('a.csv', '葵', 'text/csv');
    expect(clicked).toEqual(['blob:1 a.csv']);
    expect(revokeObjectURL).toHaveBeenCalledWith('blob:1');
    expect(saved?.type).toBe('text/csv;charset=utf-8');
    // The mark and the letter have three bytes each.
    expect(saved?.size).toBe(6);
  });
});
