import { describe, expect, it } from 'vitest';
import { sampleEntry } from '../../../src-shared/diary/testing';
import { diaryPage } from './diary-page';

describe('the table as a page', () => {
  it('shows what was noted and never takes it for a part of the page', () => {
    const page = diaryPage([{ ...sampleEntry, note: '<script>alert("1")</script> &amp;' }]);
    expect(page).not.toContain('<script');
    expect(page).toContain(
      '<td>&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38;amp;</td>',
    );
    expect(page.match(/<td>/g)).toHaveLength(13);
    expect(page).toContain('body { font: 15px');
  });
});
