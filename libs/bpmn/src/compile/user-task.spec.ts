import { element, extensions, straight, user } from '../../test/diagram';
import { compiled, refused } from '../../test/compiled';
import { GENEROUS } from '../../test/surroundings';
import { readDiagram } from '../read-diagram';

describe('user tasks', () => {
  it('refuses an unknown form, groups that are no FEEL list, and a due date beside a legal deadline', async () => {
    expect(await refused(straight(['U', user('U', '<zeebe:formDefinition formId="x"/>')]))).toEqual([
      'reference-missing userTask[U]/zeebe:FormDefinition/@formId',
    ]);
    const plain = element('userTask', 'U', extensions('<zeebe:userTask/>', '<zeebe:assignmentDefinition candidateGroups="chair"/>'));
    expect(await refused(straight(['U', plain]))).toEqual(['expression-invalid userTask[U]/zeebe:AssignmentDefinition/@candidateGroups']);
    const both = user('U', '<zeebe:taskSchedule dueDate="=d"/>', '<thidua:deadline workingDays="8"/>');
    expect(await refused(straight(['U', both]))).toEqual(['due-date-and-deadline userTask[U]/zeebe:TaskSchedule/@dueDate']);
  });

  it('refuses what is no FEEL, saying where', async () => {
    const broken = element('userTask', 'U', extensions('<zeebe:userTask/>', '<zeebe:assignmentDefinition assignee="=a +"/>'));
    const read = await readDiagram(straight(['U', broken]), GENEROUS);
    const [refusal] = read.ok ? [] : read.error;
    expect([refusal?.code, refusal?.elementId, refusal?.detail['reason'], refusal?.detail['source']]).toEqual([
      'expression-invalid',
      'U',
      'feel-syntax',
      '=a +',
    ]);
    expect(typeof refusal?.detail['position']).toBe('number');
  });

  it('knows who, until when and how urgent', async () => {
    const xml = straight([
      'U',
      element(
        'userTask',
        'U',
        extensions(
          '<zeebe:userTask/><zeebe:assignmentDefinition assignee="=who"/>',
          '<zeebe:taskSchedule dueDate="=until"/><zeebe:priorityDefinition priority="60"/>',
        ),
      ),
    ]);
    const { task } = await compiled(xml, 'U', 'userTask');
    expect([task.assignee?.source, task.dueDate?.source, task.priority?.constant?.value]).toEqual(['who', 'until', 60]);
    expect(Object.keys(task)).toEqual(['assignee', 'dueDate', 'priority']);
  });
});
