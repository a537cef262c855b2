cmake_minimum_required(VERSION 3.25)
# Installs into a folder of its own and runs the installed program from there.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(path
    bin/timeline share/man/man1/timeline.1 share/bash-completion/completions/timeline
    share/zsh/site-functions/_timeline share/fish/vendor_completions.d/timeline.fish
    share/doc/timeline/README.md share/doc/timeline/LICENSE share/doc/timeline/schema/schema.sql
    share/doc/timeline/samples/briefs.jsonl share/doc/timeline/docs/README.md)
  if(NOT EXISTS ${PREFIX}/${path})
    message(SEND_ERROR "${path} was not installed")
    continue()
  endif()
  file(SIZE ${PREFIX}/${path} size)
  if(size EQUAL 0)
    message(SEND_ERROR "${path} is empty")
  endif()
endforeach()
# Not from the source folder, and without it: the words are inside the program.
execute_process(COMMAND ${PREFIX}/bin/timeline --db ${PREFIX}/t.db import ${PREFIX}/share/doc/timeline/samples
  WORKING_DIRECTORY ${PREFIX} OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PREFIX}/bin/timeline --db ${PREFIX}/t.db query --company nvidia --format jsonl
  WORKING_DIRECTORY ${PREFIX} OUTPUT_VARIABLE events COMMAND_ERROR_IS_FATAL ANY)
if(NOT events MATCHES "\"event_id\"")
  message(SEND_ERROR "the installed program finds no event of NVIDIA in the samples: ${events}")
endif()
file(REMOVE_RECURSE ${PREFIX})
