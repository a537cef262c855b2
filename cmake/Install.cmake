# What `cmake --install` puts where: the program, the manual page and completions that the program itself writes (so
# that they name exactly the options there are), the guides, the schema and the sample articles.
set(pages ${PROJECT_BINARY_DIR}/generated/pages)
file(MAKE_DIRECTORY ${pages})
set(written)
foreach(kind man bash zsh fish)
  add_custom_command(OUTPUT ${pages}/timeline.${kind} DEPENDS timeline
    COMMAND timeline completions ${kind} > ${pages}/timeline.${kind}
    COMMENT "Writing ${kind} page" VERBATIM)
  list(APPEND written ${pages}/timeline.${kind})
endforeach()
add_custom_target(pages ALL DEPENDS ${written})

install(TARGETS timeline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${pages}/timeline.man DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 RENAME timeline.1)
install(FILES ${pages}/timeline.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME timeline)
install(FILES ${pages}/timeline.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _timeline)
install(FILES ${pages}/timeline.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES schema/schema.sql DESTINATION ${CMAKE_INSTALL_DOCDIR}/schema)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(DIRECTORY data/samples DESTINATION ${CMAKE_INSTALL_DOCDIR})
