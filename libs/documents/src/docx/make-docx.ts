import { Document, Header, Packer, PageNumber, Paragraph, TextRun, AlignmentType, type Section } from 'docx';
import { blocksOf, type Room } from './blocks';
import { bodyOf, elementsOf, type HtmlElement } from './html-tree';
import { PAGE_SIZE, pageSetupOf, type PageSetup } from './page-setup';

/** The same filled template as the PDF (`MadeFromTemplate.html`), as a Word file: the text is the same by construction. */
export async function makeDocx(html: string): Promise<Uint8Array> {
  const setup = pageSetupOf(html);
  const document = new Document({
    creator: 'Thi Đua',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } } },
    sections: partsOf(bodyOf(html)).map((part, at) => sectionOf(part, setup, at > 0)),
  });
  return await Packer.toBuffer(document);
}

/** The paper itself, then each annex: they count their pages by themselves. */
function partsOf(body: HtmlElement): readonly HtmlElement[] {
  const annexes = elementsOf(body).filter(isAnnex);
  const own: HtmlElement = { ...body, children: body.children.filter((child) => typeof child === 'string' || !isAnnex(child)) };
  return [own, ...annexes];
}

function isAnnex(node: HtmlElement): boolean {
  return node.classes.includes('annex');
}

/** NĐ 30/2020, Annex I: the number stands in the top margin, from the second page of the paper, from the first of an annex. */
function sectionOf(part: HtmlElement, setup: PageSetup, annex: boolean): Section {
  const room: Room = { width: setup.textWidth };
  return {
    properties: {
      titlePage: !annex,
      page: {
        size: { ...PAGE_SIZE, orientation: setup.landscape ? 'landscape' : 'portrait' },
        margin: { ...setup.margin, header: Math.round(setup.margin.top / 2) },
        ...(annex ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [new Paragraph('')] }) },
    children: blocksOf(part, {}, room),
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })] });
}
