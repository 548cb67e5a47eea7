import {plugins} from '../remark.js'
export default plugins['text-spelling']
