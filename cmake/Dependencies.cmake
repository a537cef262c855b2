# Everything comes from Debian 12 packages; scripts/quickstart installs them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(date CONFIG REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(RapidJSON CONFIG REQUIRED)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(libarchive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)

# timeline_library(NAME SHARED target... ARCHIVES file...)
# Foreign libraries under one name. The program takes them from their archives (property TIMELINE_STATIC): to load them
# and to look up their thousands of symbols took longer than most commands. All else, such as the tests, takes the
# shared ones, and does without 30 MB of ICU's data in every file.
function(timeline_library name)
  cmake_parse_arguments(library "" "" "SHARED;ARCHIVES" ${ARGN})
  set(archives)
  foreach(file IN LISTS library_ARCHIVES)
    find_library(TIMELINE_ARCHIVE_${file} ${file} REQUIRED)
    list(APPEND archives ${TIMELINE_ARCHIVE_${file}})
  endforeach()
  set(static $<BOOL:$<TARGET_PROPERTY:TIMELINE_STATIC>>)
  add_library(${name} INTERFACE)
  target_link_libraries(${name} INTERFACE "$<${static}:${archives}>" "$<$<NOT:${static}>:${library_SHARED}>")
endfunction()

timeline_library(timeline_icu SHARED ICU::i18n ICU::uc ARCHIVES libicui18n.a libicuuc.a libicudata.a)
timeline_library(timeline_sqlite SHARED SQLiteCpp SQLite::SQLite3 ARCHIVES libSQLiteCpp.a libsqlite3.a)
timeline_library(timeline_gumbo SHARED PkgConfig::gumbo ARCHIVES libgumbo.a)
timeline_library(timeline_expat SHARED PkgConfig::expat ARCHIVES libexpat.a)
timeline_library(timeline_nettle SHARED PkgConfig::nettle ARCHIVES libnettle.a)

# libarchive is loaded when the first archive is read (src/input/archive_library.hpp), by its name at run time.
find_library(TIMELINE_LIBARCHIVE archive REQUIRED HINTS ${libarchive_LIBRARY_DIRS})
execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${TIMELINE_LIBARCHIVE} OUTPUT_VARIABLE header COMMAND_ERROR_IS_FATAL ANY)
if(NOT header MATCHES "SONAME +([^ \n]+)")
  message(FATAL_ERROR "${TIMELINE_LIBARCHIVE} is no shared library")
endif()
set(TIMELINE_ARCHIVE_LIBRARY ${CMAKE_MATCH_1})
