import { inListOrder } from './list-order';

type Paper = Parameters<typeof inListOrder>[0][number] & { readonly name: string };

const paper = (name: string, more: Partial<Paper> = {}): Paper => ({
  name,
  decisionNumber: '57/QĐ-UBND',
  awardName: 'Giấy khen',
  nomineeKind: 'individual',
  dossierCode: 'HP-1',
  seq: 1,
  ...more,
});
const names = (papers: readonly Paper[]): readonly string[] => inListOrder(papers).map(({ name }) => name);

describe('certificates to be printed', () => {
  it('come decision by decision as the numbers were given, the unnumbered last', () => {
    const papers = [
      paper('không số', { decisionNumber: null }),
      paper('một trăm', { decisionNumber: '100/QĐ-UBND' }),
      paper('chín', { decisionNumber: '9/QĐ-UBND' }),
    ];
    expect(names(papers)).toEqual(['chín', 'một trăm', 'không số']);
  });

  it('come as on the list of their decision: collectives and households, then individuals by dossier and number', () => {
    const papers = [
      paper('người 2', { seq: 2 }),
      paper('hồ sơ sau', { dossierCode: 'HP-2' }),
      paper('người 1'),
      paper('hộ', { nomineeKind: 'household', dossierCode: 'HP-9' }),
      paper('tập thể', { nomineeKind: 'collective', dossierCode: 'HP-9' }),
    ];
    expect(names(papers)).toEqual(['tập thể', 'hộ', 'người 1', 'người 2', 'hồ sơ sau']);
  });
});
