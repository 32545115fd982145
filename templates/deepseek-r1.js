// Written anew after the chat format of DeepSeek R1's published weights; docs/templates.md says what it was compared with.
export default {
  name: 'deepseek-r1',
  encoding: 'deepseek_v3',
  bos: '<｜begin▁of▁sentence｜>',
  eos: '<｜end▁of▁sentence｜>',
  controls: [
    '<｜begin▁of▁sentence｜>',
    '<｜end▁of▁sentence｜>',
    '<｜User｜>',
    '<｜Assistant｜>',
    '<think>',
    '</think>',
    '<｜tool▁calls▁begin｜>',
    '<｜tool▁calls▁end｜>',
    '<｜tool▁call▁begin｜>',
    '<｜tool▁call▁end｜>',
    '<｜tool▁outputs▁begin｜>',
    '<｜tool▁outputs▁end｜>',
    '<｜tool▁output▁begin｜>',
    '<｜tool▁output▁end｜>',
    '<｜tool▁sep｜>',
  ],
  roles: ['system', 'user', 'assistant', 'tool'],
  arguments: 'text',
  emptyText: null,
  joint: '\n',
  jinja: `
{%- set state = namespace(system='', called=false, answered=false, inTool=false) -%}
{%- for message in messages -%}
  {%- if message.role == 'system' -%}
    {%- set state.system = state.system + ('\n\n' if state.system or state.answered else '') + message.content -%}
    {%- set state.answered = true -%}
  {%- endif -%}
{%- endfor -%}
{%- set state.answered = false -%}
{{- bos_token + state.system -}}
{%- for message in messages -%}
  {%- if message.role == 'user' -%}
    {%- set state.inTool = false -%}
    {{- '<｜User｜>' + message.content -}}
  {%- elif message.role == 'tool' -%}
    {{- '' if state.answered else '<｜tool▁outputs▁begin｜>' -}}
    {{- '<｜tool▁output▁begin｜>' + message.content + '<｜tool▁output▁end｜>' -}}
    {%- set state.answered = true -%}
    {%- set state.inTool = true -%}
  {%- elif message.role == 'assistant' and message.tool_calls -%}
    {%- set state.inTool = false -%}
    {%- for call in message.tool_calls -%}
      {%- if state.called -%}
        {{- '\n' -}}
      {%- else -%}
        {{- '<｜Assistant｜>' + (message.content or '') + '<｜tool▁calls▁begin｜>' -}}
      {%- endif -%}
      {%- set state.called = true -%}
      {{- '<｜tool▁call▁begin｜>' + call.type + '<｜tool▁sep｜>' + call.function.name -}}
      {{- '\n\`\`\`json\n' + call.function.arguments + '\n\`\`\`<｜tool▁call▁end｜>' -}}
    {%- endfor -%}
    {{- '<｜tool▁calls▁end｜>' + eos_token -}}
  {%- elif message.role == 'assistant' -%}
    {%- if state.inTool -%}
      {%- set state.inTool = false -%}
      {{- '<｜tool▁outputs▁end｜>' + message.content + eos_token -}}
    {%- else -%}
      {{- '<｜Assistant｜>' + message.content.split('</think>')[-1] + eos_token -}}
    {%- endif -%}
  {%- endif -%}
{%- endfor -%}
{%- if state.inTool -%}
  {{- '<｜tool▁outputs▁end｜>' -}}
{%- elif add_generation_prompt -%}
  {{- '<｜Assistant｜>' + ('<think>\n' if enable_thinking is true else '') -}}
{%- endif -%}
`,
};
