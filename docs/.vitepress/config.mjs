import { defineConfig } from 'vitepress'

// Vue would take the {{…}} of templates in prose for its own.
const isVue = /\{(?=\{)/g
const escaped = (rule, markdown) => {
  const render = markdown.renderer.rules[rule]
  markdown.renderer.rules[rule] = (...args) => {
    const html = render ? render(...args) : args[0][args[1]].content
    return html.replace(isVue, '<span>{</span>')
  }
}

const source = 'https://github.com/gatewayz/gatewayz-java/blob/main/'

export default defineConfig({
  title: 'Gatewayz for Java',
  description: 'Prompts as typed Java interfaces, checked by the compiler',
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['node_modules/**'],
  markdown: {
    config(markdown) {
      for (const rule of ['text', 'code_inline', 'html_inline']) {
        escaped(rule, markdown)
      }
      // What is not part of the guide is read where the source is.
      const open = markdown.renderer.rules.link_open
      markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
        const href = tokens[i].attrGet('href')
        if (href?.startsWith('../')) {
          tokens[i].attrSet('href', source + href.slice(3))
        }
        return open ? open(tokens, i, options, env, self) : self.renderToken(tokens, i, options)
      }
    },
  },
  ignoreDeadLinks: [/^\/api\//],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/start' },
      { text: 'Javadoc', link: '/api/', target: '_self' },
      { text: '0.1.0', items: [{ text: 'Changes', link: source + 'CHANGELOG.md' }, { text: 'Compatibility', link: '/compatibility' }] },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: [
          { text: 'Start in five minutes', link: '/start' },
          { text: 'The sample', link: '/sample' },
          { text: 'Recipes', link: '/recipes' },
          { text: 'Coming from elsewhere', link: '/migration' },
        ],
      },
      {
        text: 'Prompts',
        items: [
          { text: 'Prompts', link: '/prompts' },
          { text: 'Templates', link: '/templates' },
          { text: 'Typed answers', link: '/answers' },
          { text: 'Tools', link: '/tools' },
        ],
      },
      {
        text: 'Production',
        items: [
          { text: 'Calls', link: '/calls' },
          { text: 'Going to production', link: '/production' },
          { text: 'Errors', link: '/errors' },
          { text: 'Transport', link: '/transport' },
          { text: 'Performance', link: '/performance' },
          { text: 'Other servers', link: '/servers' },
        ],
      },
      {
        text: 'Frameworks and scale',
        items: [
          { text: 'Spring Boot', link: '/spring' },
          { text: 'Micronaut, CDI, Quarkus', link: '/frameworks' },
          { text: 'Many rows', link: '/scale' },
          { text: 'Apache Flink', link: '/flink' },
        ],
      },
      {
        text: 'Tests',
        items: [
          { text: 'Fakes, mock gateway, cassettes', link: '/testing' },
          { text: 'Evaluations', link: '/evaluations' },
        ],
      },
      {
        text: 'The project',
        items: [
          { text: 'Architecture', link: '/architecture' },
          { text: 'Compatibility', link: '/compatibility' },
        ],
      },
    ],
  },
})
