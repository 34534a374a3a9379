import { EXPRESSIONS, nameOf } from './elements';
import type { DmnProblem } from './dmn-problem';
import type { XmlElement } from './xml-tree';

/** The model namespaces of DMN 1.2, 1.3, 1.4 and 1.5; what 1.4 and 1.5 added is read in all of them. */
const MODEL = /^https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20191111|20211108|20230324)\/MODEL\/$/;
const FEEL = /^(?:feel|https?:\/\/www\.omg\.org\/spec\/(?:DMN\/\d{8}\/FEEL\/|FEEL\/\d{8}))$/i;
const DIAGRAM = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/DMNDI\/$/;

const ANY = EXPRESSIONS.join(' ');
const DESCRIBED = ['id', 'label', 'description', 'extensionElements'];

/** What an element may hold besides description and extensions: attributes, then children. From the DMN 1.5 schema. */
const SHAPES: Readonly<Record<string, readonly [attributes: string, children: string]>> = {
  definitions: [
    'name namespace expressionLanguage typeLanguage exporter exporterVersion',
    `import itemDefinition inputData decision businessKnowledgeModel decisionService knowledgeSource elementCollection performanceIndicator organizationUnit textAnnotation association group`,
  ],
  import: ['name namespace importType locationURI', ''],
  itemDefinition: ['name typeLanguage isCollection', 'typeRef allowedValues typeConstraint itemComponent functionItem'],
  itemComponent: ['name typeLanguage isCollection', 'typeRef allowedValues typeConstraint itemComponent functionItem'],
  functionItem: ['outputTypeRef', 'parameters'],
  parameters: ['name typeRef', ''],
  allowedValues: ['expressionLanguage', 'text'],
  typeConstraint: ['expressionLanguage', 'text'],
  inputData: ['name href', 'variable'],
  variable: ['name typeRef', ''],
  parameter: ['name typeRef', ''],
  formalParameter: ['name typeRef', ''],
  column: ['name typeRef', ''],
  decision: [
    'name',
    `question allowedAnswers variable informationRequirement knowledgeRequirement authorityRequirement supportedObjective impactedPerformanceIndicator decisionMaker decisionOwner usingProcess usingTask ${ANY}`,
  ],
  businessKnowledgeModel: ['name', 'variable encapsulatedLogic knowledgeRequirement authorityRequirement'],
  encapsulatedLogic: ['typeRef kind', `formalParameter ${ANY}`],
  decisionService: ['name', 'variable outputDecision encapsulatedDecision inputDecision inputData'],
  informationRequirement: ['', 'requiredDecision requiredInput'],
  knowledgeRequirement: ['', 'requiredKnowledge'],
  authorityRequirement: ['', 'requiredDecision requiredInput requiredAuthority'],
  knowledgeSource: ['name locationURI', 'authorityRequirement type owner'],
  elementCollection: ['name', 'drgElement'],
  performanceIndicator: ['name URI', 'impactingDecision'],
  organizationUnit: ['name URI', 'decisionMade decisionOwned'],
  textAnnotation: ['textFormat', 'text'],
  association: ['associationDirection', 'sourceRef targetRef'],
  group: ['name', ''],
  literalExpression: ['typeRef expressionLanguage', 'text'],
  decisionTable: ['typeRef hitPolicy aggregation preferredOrientation outputLabel', 'input output annotation rule'],
  input: ['', 'inputExpression inputValues'],
  inputExpression: ['typeRef expressionLanguage', 'text'],
  inputValues: ['expressionLanguage', 'text'],
  output: ['name typeRef', 'outputValues defaultOutputEntry'],
  outputValues: ['expressionLanguage', 'text'],
  defaultOutputEntry: ['typeRef expressionLanguage', 'text'],
  annotation: ['name', ''],
  rule: ['', 'inputEntry outputEntry annotationEntry'],
  inputEntry: ['expressionLanguage', 'text'],
  outputEntry: ['typeRef expressionLanguage', 'text'],
  annotationEntry: ['', 'text'],
  context: ['typeRef', 'contextEntry'],
  contextEntry: ['', `variable ${ANY}`],
  list: ['typeRef', ANY],
  relation: ['typeRef', 'column row'],
  row: ['typeRef', ANY],
  functionDefinition: ['typeRef kind', `formalParameter ${ANY}`],
  invocation: ['typeRef', `binding ${ANY}`],
  binding: ['', `parameter ${ANY}`],
  conditional: ['typeRef', 'if then else'],
  filter: ['typeRef', 'in match'],
  for: ['typeRef iteratorVariable', 'in return'],
  some: ['typeRef iteratorVariable', 'in satisfies'],
  every: ['typeRef iteratorVariable', 'in satisfies'],
  ...Object.fromEntries(['if', 'then', 'else', 'in', 'match', 'return', 'satisfies'].map((part) => [part, ['typeRef', ANY]])),
  ...Object.fromEntries(
    ['question', 'allowedAnswers', 'description', 'text', 'typeRef', 'type'].map((textual): [string, [string, string]] => [
      textual,
      ['', ''],
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['outputDecision', 'encapsulatedDecision', 'inputDecision', 'requiredDecision', 'requiredInput', 'requiredKnowledge'],
      ...['requiredAuthority', 'drgElement', 'impactingDecision', 'decisionMade', 'decisionOwned', 'supportedObjective', 'owner'],
      ...['impactedPerformanceIndicator', 'decisionMaker', 'decisionOwner', 'usingProcess', 'usingTask', 'sourceRef', 'targetRef'],
    ].map((reference): [string, [string, string]] => [reference, ['href', '']]),
  ),
};

/** Elements that go by a name; of references, which name nothing, only by an address. */
const NAMED = new Set([
  ...['itemDefinition', 'itemComponent', 'inputData', 'decision', 'businessKnowledgeModel', 'decisionService', 'variable'],
  ...['parameter', 'formalParameter', 'column'],
]);

/** What may stand in each element. */
const ALLOWED = new Map(
  Object.entries(SHAPES).map(([name, [attributes, children]]) => [
    name,
    new Set([...DESCRIBED, ...attributes.split(' '), ...children.split(' ')]),
  ]),
);

/** Whether a namespace is that of a DMN version read here. */
export function isModelSpace(uri: string): boolean {
  return MODEL.test(uri);
}

export function isModelRoot(root: XmlElement): boolean {
  return root.name === 'definitions' && isModelSpace(root.uri);
}

/** Whatever stands in a file and would not be read: unknown elements and attributes, foreign ones outside extensions, ids used twice. */
export function checkShape(root: XmlElement): readonly DmnProblem[] {
  const problems: DmnProblem[] = [];
  const ids = new Set<string>();
  const visit = (element: XmlElement, near: string | null): void => {
    const id = element.attributes.get('id') ?? near;
    const report = (message: string): unknown => problems.push({ code: 'dmn-xml', message, elementId: id });
    if (id !== near && id !== null && ids.size === ids.add(id).size) {
      report(`the id ${id} is used twice`);
    }
    const allowed = ALLOWED.get(element.name) as ReadonlySet<string>;
    for (const name of element.attributes.keys()) {
      if (!name.includes(':') && name !== 'xmlns' && !allowed.has(name)) {
        report(`<${element.name}> has no attribute ${name}`);
      }
    }
    if (NAMED.has(element.name) && nameOf(element) === '' && !element.attributes.has('href')) {
      report(`<${element.name}> has a name`);
    }
    for (const name of ['expressionLanguage', 'typeLanguage']) {
      const language = element.attributes.get(name) ?? 'feel';
      if (!FEEL.test(language)) {
        problems.push({ code: 'dmn-unsupported', message: `expressions and types are FEEL, not ${language}`, elementId: id });
      }
    }
    for (const child of element.children) {
      if (child.uri === root.uri ? !allowed.has(child.name) : !DIAGRAM.test(child.uri)) {
        report(`<${element.name}> holds no <${child.name}>`);
      } else if (child.uri === root.uri && child.name !== 'extensionElements') {
        visit(child, id);
      }
    }
  };
  visit(root, null);
  return problems;
}
